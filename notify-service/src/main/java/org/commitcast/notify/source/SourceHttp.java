package org.commitcast.notify.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.guardedhttp.Limits;
import org.commitcast.notify.outgoing.OutgoingHttp;
import org.commitcast.notify.outgoing.RetryAfter;

/** Makes the calls of all sources: within their budgets, in bounded time and size, and says what came of it. */
@ApplicationScoped
public class SourceHttp {
    private static final Limits LIMITS = Limits.USUAL
            .withTotal(Duration.ofSeconds(20))
            .withResponse(Duration.ofSeconds(15))
            .withBytes(2 * 1024 * 1024);
    /** For a server that asks for less and does not say how much less. */
    private static final Duration LESS = Duration.ofMinutes(1);
    /** For one that lets us in no more: that ends by what people do. */
    private static final Duration REFUSED = Duration.ofMinutes(10);

    private final OutgoingHttp http;
    private final Budgets budgets;
    private final CallCounts counts;
    private final ObjectMapper json = new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    SourceHttp(OutgoingHttp http, Budgets budgets, CallCounts counts) {
        this.http = http;
        this.budgets = budgets;
        this.counts = counts;
    }

    /** Makes a call if there is room for it. */
    public Reply send(Budget budget, GuardedRequest request) {
        return send(budget, request, false);
    }

    /** The same with a token that may have expired: if it is refused, the server is not left alone for that. */
    public Reply sendWithToken(Budget budget, GuardedRequest request, String token) {
        return send(budget, request.with("Authorization", "Bearer " + token), true);
    }

    private Reply send(Budget budget, GuardedRequest request, boolean renewable) {
        return budgets.take(budget)
                .handle(
                        turn -> new Call(budget, turn, renewable)
                                .reply(http.send(request.with("Accept", "application/json")
                                        .within(LIMITS))),
                        wait -> {
                            counts.count(budget, "no-room");
                            return new Reply.Later(wait.reason(), wait.time(), null);
                        });
    }

    /** A call that was made. */
    private final class Call {
        private final Budget budget;
        private final Turn.Granted turn;
        private final boolean renewable;

        Call(Budget budget, Turn.Granted turn, boolean renewable) {
            this.budget = budget;
            this.turn = turn;
            this.renewable = renewable;
        }

        Reply reply(Answer answer) {
            return answer.handle(
                    this::answered,
                    refused -> failed("refused", refused.reason(), REFUSED),
                    failure -> failed("failed", failure.reason(), Duration.ZERO));
        }

        private Reply answered(Answer.Answered answer) {
            int status = answer.status();
            String says = answer.url().getHost() + " answered " + status;
            Optional<JsonNode> document = document(answer);
            Optional<ErrorInside> error = document.flatMap(ErrorInside::of);
            if (status == 429 || error.filter(ErrorInside::saysTooMany).isPresent()) {
                return failed(
                        "limited",
                        answer.url().getHost() + " asks for fewer calls",
                        RetryAfter.of(429, answer.headers(), turn.at()).orElse(LESS));
            }
            if (status == 401
                    || (status / 100 != 5
                            && error.filter(ErrorInside::refusesToken).isPresent())) {
                return tokenRefused(says);
            }
            if (status == 403) {
                return failed("refused", says, REFUSED);
            }
            if (status == 404 || status == 410) {
                settled(answer, "gone");
                return new Reply.Gone();
            }
            if (status / 100 == 3 || (status / 100 == 4 && status != 408 && status != 425)) {
                // Something about this one request: others may be answered.
                settled(answer, "refused");
                String code = error.map(ErrorInside::code).orElse(null);
                return new Reply.Later(code == null ? says : says + ": " + code, null, code);
            }
            if (status != 200) {
                return failed(
                        "failed",
                        says,
                        RetryAfter.of(status, answer.headers(), turn.at()).orElse(Duration.ZERO));
            }
            if (document.isEmpty()) {
                return failed("failed", broken(answer), Duration.ZERO);
            }
            if (error.isPresent()) {
                return failed("failed", says + " and " + error.get().code(), Duration.ZERO);
            }
            settled(answer, "answered");
            return new Reply.Document(document.get());
        }

        private Reply tokenRefused(String says) {
            if (renewable) {
                counts.count(budget, "token-refused");
                return Reply.Later.tokenRefused(says);
            }
            return failed("refused", says, REFUSED);
        }

        private Reply failed(String result, String reason, Duration asked) {
            counts.count(budget, result);
            Duration least = BackOff.after(turn.failures() + 1);
            Duration pause = asked.compareTo(least) > 0 ? asked : least;
            budgets.failed(budget, turn, pause, reason);
            return new Reply.Later(reason, pause, null);
        }

        private void settled(Answer.Answered answer, String result) {
            counts.count(budget, result);
            budgets.answered(budget, turn);
            RetryAfter.afterUsedUp(answer.headers(), turn.at()).ifPresent(pause -> budgets.rest(budget, pause));
        }
    }

    private static String broken(Answer.Answered answer) {
        String host = answer.url().getHost();
        return answer.body().complete()
                ? host + " gave something else than JSON"
                : host + " gave too much or half of it";
    }

    private Optional<JsonNode> document(Answer.Answered answer) {
        if (!answer.body().complete()) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(json.readTree(answer.body().text())).filter(node -> !node.isMissingNode());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
