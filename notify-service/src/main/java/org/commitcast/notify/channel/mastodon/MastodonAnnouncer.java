package org.commitcast.notify.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.LookUp;
import org.commitcast.notify.channel.Outcome;

/** Posts statuses to a server of Mastodon's kind. */
@ApplicationScoped
class MastodonAnnouncer implements Announcer {
    private static final Set<String> VISIBILITIES = Set.of("public", "unlisted", "private", "direct");

    private final ChannelHttp http;
    private final MastodonApi api;
    private final InstanceLimits limits;
    private final OwnTimeline timeline;

    MastodonAnnouncer(ChannelHttp http) {
        this.http = http;
        this.api = new MastodonApi(http);
        this.limits = new InstanceLimits(api);
        this.timeline = new OwnTimeline(api);
    }

    @Override
    public String type() {
        return "mastodon";
    }

    /** Mastodon forgets a key after about an hour. */
    @Override
    public Duration keyLifetime() {
        return Duration.ofHours(1);
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        Map<String, String> status = new LinkedHashMap<>();
        status.put("status", announcement.text());
        status.put("visibility", channel.visibility() == null ? "public" : channel.visibility());
        String language = announcement.item().language();
        if (language != null && language.matches("[a-z]{2,3}([-_].*)?")) {
            status.put("language", language.replaceFirst("[-_].*", ""));
        }
        Answer answer = api.post(channel, "/api/v1/statuses", announcement.key(), status);
        return http.failure(channel, answer).orElseGet(() -> posted(answer));
    }

    private Outcome posted(Answer answer) {
        Optional<JsonNode> status = api.document(answer).filter(document -> document.hasNonNull("id"));
        return status.<Outcome>map(document -> new Outcome.Delivered(
                        document.get("id").asText(), document.path("url").asText(null)))
                // For example a proxy's page with status 200.
                .orElseGet(() -> new Outcome.Unknown("the answer is not a status of Mastodon"));
    }

    @Override
    public Outcome test(ChannelSettings channel) {
        Answer answer = api.get(channel, "/api/v1/accounts/verify_credentials");
        return http.failure(channel, answer).orElseGet(() -> api.document(answer)
                .filter(account -> account.hasNonNull("id"))
                .<Outcome>map(account -> new Outcome.Delivered(
                        account.get("id").asText(), account.path("url").asText(null)))
                .orElseGet(() -> new Outcome.Rejected("the address is not one of a Mastodon server", false)));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        List<String> complaints = new ArrayList<>();
        if (channel.url() == null) {
            complaints.add("url is needed: the server's address, such as https://mastodon.example");
        }
        if (channel.secret() == null || channel.secret().isBlank()) {
            complaints.add("token is needed: an access token with the scopes read and write:statuses");
        } else if (!channel.secret().matches("[\\x21-\\x7e]+")) {
            complaints.add("token has characters that no access token has");
        }
        if (channel.visibility() != null && !VISIBILITIES.contains(channel.visibility())) {
            complaints.add("visibility must be public, unlisted, private or direct");
        }
        return complaints;
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return TextForm.plain(limits.of(channel));
    }

    @Override
    public boolean canLookUp() {
        return true;
    }

    @Override
    public boolean looksForAddress() {
        return true;
    }

    @Override
    public LookUp lookUp(ChannelSettings channel, Announcement announcement) {
        return timeline.find(channel, announcement);
    }
}
