package org.commitcast.notify.channel.bluesky;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.commitcast.notify.channel.Setting;

/** Posts to an account of Bluesky. */
@ApplicationScoped
class BlueskyAnnouncer implements Announcer {
    private static final TextForm FORM =
            TextForm.plain(TextLimit.characters(300).withinBytes(3000));

    private final BlueskyApi api;
    private final Sessions sessions;
    private final LinkCard card;
    private final ObjectMapper json = new ObjectMapper();

    BlueskyAnnouncer(ChannelHttp http) {
        this.api = new BlueskyApi(http);
        this.sessions = new Sessions(api);
        this.card = new LinkCard(api);
    }

    @Override
    public String type() {
        return "bluesky";
    }

    @Override
    public List<Setting> settings() {
        return List.of(Setting.needed(BlueskyApi.HANDLE, "the account's handle, for example show.bsky.social"));
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return FORM;
    }

    /** The place of a post is its own for ever; attempts end long before that. */
    @Override
    public Duration keyLifetime() {
        return Duration.ofDays(365);
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        Calls calls = api.calls();
        return sessions.with(channel, calls, session -> {
            String key = RecordKey.of(announcement.key(), announcement.firstSendingAt());
            ObjectNode post = post(announcement);
            post.set("embed", card.of(announcement.item(), channel, session, calls));
            Answer answer = api.putRecord(channel, session, key, post, calls);
            if (api.isSessionOver(answer)) {
                sessions.forget(channel);
                return new Outcome.RetryLater("the session was over", null, false);
            }
            return api.failure(channel, answer).orElseGet(() -> posted(answer, session, key));
        });
    }

    private ObjectNode post(Announcement announcement) {
        ObjectNode post = json.createObjectNode()
                .put("$type", "app.bsky.feed.post")
                .put("text", announcement.text())
                .put(
                        "createdAt",
                        announcement
                                .firstSendingAt()
                                .truncatedTo(ChronoUnit.MILLIS)
                                .toString());
        String language = announcement.item().language();
        if (language != null && language.matches("[a-zA-Z]{2,3}([-_].*)?")) {
            // What follows may be anything, and a tag that is none would be refused with the whole post.
            post.putArray("langs").add(language.replaceFirst("[-_].*", "").toLowerCase(Locale.ROOT));
        }
        ArrayNode facets = Facets.of(announcement.text(), announcement.item().url());
        if (!facets.isEmpty()) {
            post.set("facets", facets);
        }
        return post;
    }

    private Outcome posted(Answer answer, Session session, String key) {
        return api.document(answer)
                .filter(document -> document.path("uri").isTextual())
                .<Outcome>map(document -> new Outcome.Delivered(
                        document.get("uri").asText(), "https://bsky.app/profile/" + session.did() + "/post/" + key))
                .orElseGet(() -> new Outcome.Unknown("the answer is not one of Bluesky"));
    }

    /** Opens a session; nothing is posted. */
    @Override
    public Outcome test(ChannelSettings channel) {
        sessions.forget(channel);
        return sessions.with(
                channel,
                api.calls(),
                session -> new Outcome.Delivered(session.did(), "https://bsky.app/profile/" + session.did()));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        List<String> complaints = new ArrayList<>();
        if (channel.secret() == null || channel.secret().isBlank()) {
            complaints.add("token is needed: an app password of the account, from Settings, Privacy and security");
        }
        if (channel.setting(BlueskyApi.HANDLE)
                .filter(handle -> !handle.matches("@?[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+"))
                .isPresent()) {
            complaints.add("settings.handle must be a handle, for example show.bsky.social");
        }
        return complaints;
    }
}
