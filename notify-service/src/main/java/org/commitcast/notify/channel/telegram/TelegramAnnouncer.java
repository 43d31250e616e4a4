package org.commitcast.notify.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.commitcast.announcementtext.Markup;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.commitcast.notify.channel.Setting;

/**
 * Has a bot of Telegram post into a channel, a group or a topic of one.
 *
 * @see <a href="https://core.telegram.org/bots/api#sendmessage">sendMessage</a>
 */
@ApplicationScoped
class TelegramAnnouncer implements Announcer {
    private static final TextForm FORM =
            new TextForm(TextLimit.utf16Shown(4096), new Markup(TelegramHtml::escaped, TelegramHtml::escaped));
    private static final List<Setting> SETTINGS = List.of(
            Setting.needed("chat", "where to post: @name of a public channel or group, or its number"),
            Setting.optional("thread", "the number of a group's topic"),
            Setting.optional("silent", "true: nobody's telephone makes a sound"));

    private final TelegramApi api;
    private final ObjectMapper json = new ObjectMapper();

    /** Groups that became supergroups since their channels were saved. Telegram tells it again when this is lost. */
    private final Map<String, String> moved = new ConcurrentHashMap<>();

    TelegramAnnouncer(ChannelHttp http) {
        this.api = new TelegramApi(http);
    }

    @Override
    public String type() {
        return "telegram";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return FORM;
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        ObjectNode message = toChat(channel);
        channel.setting("thread").ifPresent(thread -> message.put("message_thread_id", Long.valueOf(thread)));
        message.put("text", announcement.text()).put("parse_mode", "HTML");
        // Else the preview is that of the first thing in the title that looks like an address.
        message.putObject("link_preview_options").put("url", announcement.item().url());
        if (channel.setting("silent").filter("true"::equals).isPresent()) {
            message.put("disable_notification", true);
        }
        Answer answer = api.call(channel, "sendMessage", message);
        return api.movedTo(answer)
                .map(chat -> followed(channel, chat))
                .or(() -> api.failure(channel, answer))
                .orElseGet(() -> api.result(answer)
                        .filter(posted -> posted.path("message_id").isIntegralNumber())
                        .map(PostedMessage::new)
                        .<Outcome>map(posted -> new Outcome.Delivered(posted.id(), posted.address()))
                        .orElseGet(() -> new Outcome.Unknown("the answer is not a message of Telegram")));
    }

    /** The next attempt, a few seconds from now, goes there: two calls may take longer than an attempt may. */
    private Outcome followed(ChannelSettings channel, String chat) {
        moved.put(channel.requireSetting("chat"), chat);
        return new Outcome.RetryLater(
                "the group has become a supergroup: from now on its number is " + chat, null, false);
    }

    /** Looks at the bot, the chat, and what the one may do in the other. */
    @Override
    public Outcome test(ChannelSettings channel) {
        return asked(
                channel,
                "getMe",
                json.createObjectNode(),
                bot -> asked(channel, "getChat", toChat(channel), chat -> membership(channel, bot, chat)));
    }

    private Outcome membership(ChannelSettings channel, JsonNode bot, JsonNode chat) {
        String name = chat.path("username").asText(null);
        Outcome works =
                new Outcome.Delivered(chat.path("id").asText(null), name == null ? null : "https://t.me/" + name);
        if (chat.path("type").asText().equals("private")) {
            return works;
        }
        ObjectNode member = toChat(channel).put("user_id", bot.path("id").asLong());
        return asked(
                channel,
                "getChatMember",
                member,
                found -> Membership.mayPost(found, chat)
                        ? works
                        : new Outcome.Rejected(
                                "the bot may not post there: make it an administrator that may post", false));
    }

    private Outcome asked(ChannelSettings channel, String method, ObjectNode parameters, Then then) {
        Answer answer = api.call(channel, method, parameters);
        return api.failure(channel, answer).orElseGet(() -> api.result(answer)
                .map(then::with)
                .orElseGet(() -> new Outcome.Rejected("the address is not one of Telegram's Bot API", false)));
    }

    private interface Then {
        Outcome with(JsonNode result);
    }

    private ObjectNode toChat(ChannelSettings channel) {
        String chat = channel.requireSetting("chat");
        String now = moved.getOrDefault(chat, chat);
        ObjectNode parameters = json.createObjectNode();
        return now.startsWith("@") ? parameters.put("chat_id", now) : parameters.put("chat_id", Long.valueOf(now));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        List<String> complaints = new ArrayList<>();
        if (channel.secret() == null || !channel.secret().matches("[0-9]{1,20}:[A-Za-z0-9_-]{10,100}")) {
            complaints.add("token is needed as BotFather gives it: 123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11");
        }
        if (!isMissingOr(channel.setting("chat"), "@[A-Za-z][A-Za-z0-9_]{3,31}|-?[0-9]{1,18}")) {
            complaints.add("settings.chat must be @name or a number, such as -1001234567890");
        }
        if (!isMissingOr(channel.setting("thread"), "[0-9]{1,18}")) {
            complaints.add("settings.thread must be a number");
        }
        if (!isMissingOr(channel.setting("silent"), "true|false")) {
            complaints.add("settings.silent must be true or false");
        }
        return complaints;
    }

    private static boolean isMissingOr(Optional<String> setting, String form) {
        return setting.filter(value -> !value.matches(form)).isEmpty();
    }
}
