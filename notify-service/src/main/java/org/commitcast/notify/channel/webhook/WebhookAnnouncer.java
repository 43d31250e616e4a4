package org.commitcast.notify.channel.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;
import org.jspecify.annotations.Nullable;

/** Posts signed JSON. A receiver recognises a repetition by {@code webhook-id}, which stays the same. */
@ApplicationScoped
class WebhookAnnouncer implements Announcer {
    /** Twice the time over which deliveries are repeated: receivers must know the ids for as long as that. */
    private static final Duration KEY_LIFETIME = Duration.ofDays(8);

    private final ChannelHttp http;
    private final Clock clock;

    WebhookAnnouncer(ChannelHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    @Override
    public String type() {
        return "webhook";
    }

    @Override
    public boolean servesMaintainers() {
        return true;
    }

    @Override
    public Duration keyLifetime() {
        return KEY_LIFETIME;
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        return post(channel, announcement.key(), WebhookPayload.of(announcement));
    }

    @Override
    public Outcome test(ChannelSettings channel) {
        return post(channel, UUID.randomUUID().toString(), WebhookPayload.ofTest(channel.name(), clock.instant()));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        List<String> complaints = new ArrayList<>();
        if (channel.url() == null) {
            complaints.add("url is needed: where to post to");
        }
        complaint(channel.secret()).ifPresent(complaints::add);
        return complaints;
    }

    private static Optional<String> complaint(@Nullable String secret) {
        if (secret == null) {
            return Optional.of("secret is needed: what deliveries are signed with");
        }
        try {
            WebhookSignature.by(secret);
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.ofNullable(e.getMessage());
        }
    }

    private Outcome post(ChannelSettings channel, String id, byte[] body) {
        Instant now = clock.instant();
        Answer answer = http.send(GuardedRequest.post(channel.requireUrl(), "application/json", body)
                .with("webhook-id", id)
                .with("webhook-timestamp", String.valueOf(now.getEpochSecond()))
                .with(
                        "webhook-signature",
                        WebhookSignature.by(channel.requireSecret()).of(id, now, body)));
        return http.failure(channel, answer).orElseGet(() -> new Outcome.Delivered(null, null));
    }
}
