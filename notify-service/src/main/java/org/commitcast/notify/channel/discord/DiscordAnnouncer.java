package org.commitcast.notify.channel.discord;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.commitcast.announcementtext.Markup;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Posts by a webhook of Discord. Whoever has its address may post: it is a secret.
 *
 * @see <a href="https://discord.com/developers/docs/resources/webhook#execute-webhook">Execute Webhook</a>
 */
@ApplicationScoped
class DiscordAnnouncer implements Announcer {
    private static final TextForm FORM =
            new TextForm(TextLimit.utf16(2000), new Markup(DiscordMarkup::escaped, DiscordMarkup::link));
    private static final String UNKNOWN_WEBHOOK = "10015";

    private final ChannelHttp http;
    private final ObjectMapper json = new ObjectMapper();

    DiscordAnnouncer(ChannelHttp http) {
        this.http = http;
    }

    @Override
    public String type() {
        return "discord";
    }

    @Override
    public boolean addressIsSecret() {
        return true;
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return FORM;
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        ObjectNode message = json.createObjectNode().put("content", announcement.text());
        // Nobody is called, whatever the text holds.
        message.putObject("allowed_mentions").putArray("parse");
        byte[] body = message.toString().getBytes(StandardCharsets.UTF_8);
        Answer answer = http.send(GuardedRequest.post(waiting(channel.requireUrl()), "application/json", body));
        return failure(channel, answer).orElseGet(() -> document(answer)
                .filter(posted -> posted.path("id").isTextual())
                .<Outcome>map(posted -> new Outcome.Delivered(posted.get("id").asText(), address(posted)))
                .orElseGet(() -> new Outcome.Unknown("the answer is not a message of Discord")));
    }

    /** Looks at the webhook; nothing is posted. */
    @Override
    public Outcome test(ChannelSettings channel) {
        Answer answer = http.send(GuardedRequest.get(channel.requireUrl()));
        return failure(channel, answer).orElseGet(() -> document(answer)
                .filter(webhook -> webhook.path("channel_id").isTextual())
                .<Outcome>map(
                        webhook -> new Outcome.Delivered(webhook.path("id").asText(null), null))
                .orElseGet(() -> new Outcome.Rejected("the address is not one of a webhook of Discord", false)));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        URI url = channel.url();
        if (url == null) {
            return List.of("url is needed: the webhook's address, https://discord.com/api/webhooks/…");
        }
        boolean webhook = url.getRawPath().matches(".*/api/(v[0-9]+/)?webhooks/[0-9]+/[A-Za-z0-9_-]+/?");
        boolean plain = url.getRawFragment() == null
                && (url.getRawQuery() == null || url.getRawQuery().matches("thread_id=[0-9]+"));
        return webhook && plain
                ? List.of()
                : List.of(
                        "url must be a webhook's address as Discord gives it, .../api/webhooks/number/token, with at most ?thread_id=number behind it");
    }

    /** With its query, which may name a thread; the answer is to hold the message. */
    private static URI waiting(URI webhook) {
        return URI.create(webhook + (webhook.getRawQuery() == null ? "?" : "&") + "wait=true");
    }

    private Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        return http.failure(channel, answer)
                .map(failure ->
                        isGone(answer) ? new Outcome.Rejected("the webhook was deleted at Discord", true) : failure);
    }

    private boolean isGone(Answer answer) {
        return answer.handle(
                answered -> answered.status() == 404
                        && read(answered.body().text())
                                .filter(said -> said.path("code").asText().equals(UNKNOWN_WEBHOOK))
                                .isPresent(),
                refused -> false,
                failed -> false);
    }

    private Optional<JsonNode> document(Answer answer) {
        return answer.handle(
                answered -> answered.body().complete() ? read(answered.body().text()) : Optional.empty(),
                refused -> Optional.empty(),
                failed -> Optional.empty());
    }

    private Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(json.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Needs the server's number, which Discord does not always say. */
    private static @Nullable String address(JsonNode message) {
        return message.path("guild_id").isTextual()
                ? "https://discord.com/channels/" + message.path("guild_id").asText() + "/"
                        + message.path("channel_id").asText() + "/"
                        + message.path("id").asText()
                : null;
    }
}
