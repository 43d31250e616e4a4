package org.commitcast.notify.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.outgoing.RetryAfter;

/** A call that was made: says what its answer means, and what that means for the calls to come. */
final class Call {
    /** For a server that asks for less and does not say how much less. */
    private static final Duration LESS = Duration.ofMinutes(1);
    /** For one that lets us in no more: that ends by what people do. */
    private static final Duration REFUSED = Duration.ofMinutes(10);
    /** Client errors that are about the moment, not about the request. */
    private static final Set<Integer> PASSING = Set.of(408, 425);

    private final Budgets budgets;
    private final CallCounts counts;
    private final Budget budget;
    private final Admission.Granted admission;
    private final Manner manner;

    Call(Budgets budgets, CallCounts counts, Budget budget, Admission.Granted admission, Manner manner) {
        this.budgets = budgets;
        this.counts = counts;
        this.budget = budget;
        this.admission = admission;
        this.manner = manner;
    }

    Reply reply(Answer answer) {
        return answer.handle(
                answered -> {
                    Optional<JsonNode> document = JsonFields.document(answered.body());
                    return answered(answered, document, document.flatMap(ErrorInside::of));
                },
                refused -> failed("refused", refused.reason(), REFUSED),
                failure -> failed("failed", failure.reason(), Duration.ZERO));
    }

    private Reply answered(Answer.Answered answer, Optional<JsonNode> document, Optional<ErrorInside> error) {
        int status = answer.status();
        String says = answer.url().getHost() + " answered " + status;
        boolean serverError = status / 100 == 5;
        if (status == 429 || error.filter(ErrorInside::saysTooMany).isPresent()) {
            String reason = answer.url().getHost() + " asks for fewer calls";
            return failed(
                    "limited",
                    reason,
                    RetryAfter.of(429, answer.headers(), admission.at()).orElse(LESS));
        }
        if (status == 401
                || (!serverError && error.filter(ErrorInside::refusesToken).isPresent())) {
            return tokenRefused(says);
        }
        if (status == 403) {
            return failed("refused", says, REFUSED);
        }
        if (status == 410
                || (status == 404 && document.filter(JsonNode::isObject).isPresent())) {
            settled(answer, "gone");
            return new Reply.Gone();
        }
        if (status == 404) {
            return missing(answer, says);
        }
        if (status / 100 == 3 || (status / 100 == 4 && !PASSING.contains(status))) {
            // Something about this one request: others may be answered.
            settled(answer, "refused");
            String code = error.map(ErrorInside::code).orElse(null);
            return new Reply.Later(code == null ? says : says + ": " + code, null, code);
        }
        if (status != 200) {
            return failed(
                    "failed",
                    says,
                    RetryAfter.of(status, answer.headers(), admission.at()).orElse(Duration.ZERO));
        }
        return document(answer, document, error.map(inside -> says + " and " + inside.code()));
    }

    /** Not in the form in which sources say it: whatever stands before the source may have lost it for a while. */
    private Reply missing(Answer.Answered answer, String says) {
        if (manner == Manner.WITH_PAGES) {
            settled(answer, "refused");
            return Reply.Later.missing(says);
        }
        return failed("failed", says + " with no document", Duration.ZERO);
    }

    private Reply document(Answer.Answered answer, Optional<JsonNode> document, Optional<String> error) {
        if (document.isEmpty() || error.isPresent()) {
            String host = answer.url().getHost();
            String broken = answer.body().complete()
                    ? host + " gave something else than JSON"
                    : host + " gave too much, or half of it";
            return failed("failed", error.orElse(broken), Duration.ZERO);
        }
        settled(answer, "answered");
        return new Reply.Document(document.get());
    }

    private Reply tokenRefused(String says) {
        if (manner == Manner.WITH_TOKEN) {
            counts.count(budget, "token-refused");
            return Reply.Later.tokenRefused(says);
        }
        return failed("refused", says, REFUSED);
    }

    private Reply failed(String result, String reason, Duration asked) {
        counts.count(budget, result);
        Duration least = BackOff.after(admission.failures() + 1);
        Duration pause = asked.compareTo(least) > 0 ? asked : least;
        budgets.failed(budget, admission, pause, reason);
        return new Reply.Later(reason, pause, null);
    }

    private void settled(Answer.Answered answer, String result) {
        counts.count(budget, result);
        budgets.answered(budget, admission);
        RetryAfter.afterUsedUp(answer.headers(), admission.at()).ifPresent(pause -> budgets.rest(budget, pause));
    }
}
