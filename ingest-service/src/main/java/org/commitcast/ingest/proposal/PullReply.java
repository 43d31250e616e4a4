package org.commitcast.ingest.proposal;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.ingest.forge.RetryAfter;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** What a forge answered. Reasons are for people and hold no secret. */
sealed interface PullReply {
    Set<Integer> GOOD = Set.of(200, 201);
    Duration SECONDARY_LIMIT = Duration.ofMinutes(1);
    int LONGEST_REASON = 300;

    /** What was asked for. */
    record Said(JsonNode answer) implements PullReply {
        @Override
        public Optional<JsonNode> json() {
            return Optional.of(answer);
        }

        @Override
        public void settle(Settlement settlement) {}
    }

    /** It does not do it; only a person can help. */
    record Refused(String reason, int status, String body) implements PullReply {
        @Override
        public boolean isNone(PullRequests api) {
            return api.isNone(status);
        }

        @Override
        public void settle(Settlement settlement) throws SQLException {
            settlement.refused(this);
        }

        @Override
        public String toString() {
            return reason;
        }
    }

    /**
     * Another time.
     *
     * @param after as the forge asks for it
     */
    record Later(String reason, @Nullable Duration after) implements PullReply {
        @Override
        public void settle(Settlement settlement) throws SQLException {
            settlement.later(reason, after);
        }
    }

    /** What was asked for, if it is that. */
    default Optional<JsonNode> json() {
        return Optional.empty();
    }

    /** Whether it says that there is none of what was asked for. */
    default boolean isNone(PullRequests api) {
        return false;
    }

    /** Calls the method for what this is, where it is not what was asked for. */
    void settle(Settlement settlement) throws SQLException;

    /** What is done about an answer that is of no use. */
    interface Settlement {
        void refused(Refused refused) throws SQLException;

        void later(String reason, @Nullable Duration after) throws SQLException;
    }

    static PullReply of(Answer answer, Instant now) {
        return answer.handle(
                answered -> of(answered, now),
                refused -> new Refused(refused.reason(), 0, ""),
                failed -> new Later(failed.reason(), null));
    }

    private static PullReply of(Answer.Answered answer, Instant now) {
        int status = answer.status();
        String body = answer.body().text();
        String reason = answer.url().getHost() + " answered " + status;
        if (GOOD.contains(status)) {
            try {
                return new Said(StoredJson.readTree(body));
            } catch (IllegalStateException e) {
                return new Later(reason + " without JSON", null);
            }
        }
        Duration after = RetryAfter.of(answer.headers(), now).orElse(null);
        boolean limited = status == 403 && body.toLowerCase(Locale.ROOT).contains("rate limit");
        if (limited && after == null) {
            // GitHub's secondary limit does not say when to come back: a minute at least, it is documented.
            after = SECONDARY_LIMIT;
        }
        if (status == 408 || status == 429 || status >= 500 || limited || (status == 403 && after != null)) {
            return new Later(reason, after);
        } else if (status >= 300 && status < 400) {
            // Never followed: a token goes nowhere but where somebody said.
            return new Refused(
                    reason + ": the repository has moved; change repository.url, or writeBack.proposal.repository",
                    status,
                    body);
        }
        return new Refused(reason + words(status, body), status, body);
    }

    /** What the forge itself says of it, or what it may mean. */
    private static String words(int status, String body) {
        if (status == 401) {
            return ": it does not take the token";
        } else if (status == 403 || status == 404) {
            return ": the token may not do this there, or there is no such repository";
        }
        try {
            JsonNode json = StoredJson.readTree(body);
            String said = json.path("errors").isArray() && !json.path("errors").isEmpty()
                    ? json.path("errors").toString()
                    : json.path("message")
                            .asText(json.path("error").path("message").asText());
            return said.isEmpty() ? "" : ": " + PullTexts.cut(said.replaceAll("\\p{Cntrl}+", " "), LONGEST_REASON);
        } catch (IllegalStateException e) {
            return "";
        }
    }
}
