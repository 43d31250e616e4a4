package org.commitcast.notify.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.notify.outgoing.OutgoingHttp;
import org.commitcast.notify.outgoing.RetryAfter;

/** HTTP for backends: the answers that mean the same on every platform. */
@ApplicationScoped
public class ChannelHttp {
    /** What a call takes at most. */
    public static final Duration LONGEST = Duration.ofSeconds(15);

    private static final Limits LIMITS = Limits.USUAL.withTotal(LONGEST).withResponse(Duration.ofSeconds(12));
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> AGAIN = Set.of(408, 425, 429);

    private final OutgoingHttp http;
    private final Clock clock;

    ChannelHttp(OutgoingHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    public Answer send(GuardedRequest request) {
        return http.send(request.within(LIMITS));
    }

    /** Where an attempt consists of several calls: within a part of what it may take. */
    public Answer send(GuardedRequest request, Duration longest, int mostBytes) {
        return http.send(request.within(LIMITS.withTotal(longest).withBytes(mostBytes)));
    }

    /** Gets something that an item names, such as its picture: nothing of the channel's goes there. */
    public Answer getForContent(URI url, Duration longest, int mostBytes) {
        return http.sendForContent(GuardedRequest.get(url)
                .following(3)
                .within(LIMITS.withTotal(longest).withBytes(mostBytes)));
    }

    /** The JSON document of an answer that is all there, whatever its status; empty for anything else. */
    public Optional<JsonNode> document(Answer answer) {
        return answer.handle(
                answered -> answered.body().complete() ? read(answered.body().text()) : Optional.empty(),
                refused -> Optional.empty(),
                failed -> Optional.empty());
    }

    private static Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The outcome of an answer that is not a success, with what the platform says of it; empty for one that is. */
    public Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        return answer.handle(
                answered -> failure(channel, answered),
                refused -> Optional.of(new Outcome.Rejected(refused.reason(), false)),
                failed -> Optional.of(
                        failed.sentMaybe()
                                ? new Outcome.Unknown(failed.reason())
                                : new Outcome.RetryLater(failed.reason(), null, false)));
    }

    private Optional<Outcome> failure(ChannelSettings channel, Answer.Answered answer) {
        int status = answer.status();
        if (status / 100 == 2) {
            return Optional.empty();
        }
        SaidOfFailure said = new SaidOfFailure(answer);
        String reason = "answered " + status
                + said.words(channel).map(words -> ": " + words).orElse("");
        if (status / 100 == 3) {
            return Optional.of(new Outcome.Rejected("answered " + status + "; redirects are not followed", false));
        }
        if (status / 100 == 5 || AGAIN.contains(status)) {
            Duration after = said.after()
                    .or(() -> RetryAfter.of(status, answer.headers(), clock.instant()))
                    .orElse(null);
            // An error of the other side says nothing of how far it had come.
            return Optional.of(new Outcome.RetryLater(reason, after, status / 100 == 5 || status == 408));
        }
        return Optional.of(new Outcome.Rejected(reason, status == 410));
    }
}
