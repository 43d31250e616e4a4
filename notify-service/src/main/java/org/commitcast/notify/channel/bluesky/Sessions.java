package org.commitcast.notify.channel.bluesky;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/**
 * Sessions of channels, kept as long as they last: Bluesky opens 30 of an account in five minutes and 300 in a day.
 *
 * @see <a href="https://docs.bsky.app/docs/advanced-guides/rate-limits">limits</a>
 */
final class Sessions {
    /** Half of what an access token lasts. */
    private static final Duration ACCESS = Duration.ofHours(1);

    private final BlueskyApi api;
    private final Map<ChannelSettings, Session> open = new ConcurrentHashMap<>();

    Sessions(BlueskyApi api) {
        this.api = api;
    }

    /** Does something with the channel's session, or tells why there is none. */
    Outcome with(ChannelSettings channel, Calls calls, Function<Session, Outcome> work) {
        Session known = open.get(channel);
        if (known != null && known.isFresh()) {
            return work.apply(known);
        }
        if (known != null) {
            Optional<Session> refreshed = session(api.refreshSession(channel, known, calls));
            if (refreshed.isPresent()) {
                open.put(channel, refreshed.get());
                return work.apply(refreshed.get());
            }
        }
        Answer answer = api.createSession(channel, calls);
        Optional<Session> created = session(answer);
        if (created.isEmpty()) {
            // Nothing was posted by that, whatever became of it.
            return api.failure(channel, answer)
                    .map(failure -> beforePosting(failure, answer))
                    .orElseGet(
                            () -> new Outcome.Rejected("the address is not one of a server of Bluesky's kind", false));
        }
        open.put(channel, created.get());
        return work.apply(created.get());
    }

    /** Refused credentials would be refused for all that waits, and Bluesky counts the tries. */
    private static Outcome beforePosting(Outcome failure, Answer answer) {
        return failure.handle(new Outcome.Cases<>(
                delivered -> delivered,
                later -> new Outcome.RetryLater(later.reason(), later.after(), false),
                rejected -> new Outcome.Rejected("no session: " + rejected.reason(), isRefused(answer)),
                unknown -> new Outcome.RetryLater(unknown.reason(), null, false)));
    }

    private static boolean isRefused(Answer answer) {
        return answer.handle(answered -> answered.status() == 401, refused -> false, failed -> false);
    }

    /** A session that the server takes no longer. */
    void forget(ChannelSettings channel) {
        open.remove(channel);
    }

    private Optional<Session> session(Answer answer) {
        return api.document(answer)
                .filter(document -> document.path("did").isTextual()
                        && document.path("accessJwt").isTextual()
                        && document.path("refreshJwt").isTextual())
                .map(Sessions::session);
    }

    private static Session session(JsonNode document) {
        return new Session(
                document.get("did").asText(),
                document.get("accessJwt").asText(),
                document.get("refreshJwt").asText(),
                System.nanoTime() + ACCESS.toNanos());
    }
}
