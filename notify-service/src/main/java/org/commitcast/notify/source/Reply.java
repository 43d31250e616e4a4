package org.commitcast.notify.source;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of a call. Reasons are for people and hold no secrets. */
public sealed interface Reply {

    /** A document, which may be JSON's {@code null}. */
    record Document(JsonNode json) implements Reply {
        @Override
        public <T> T handle(Function<JsonNode, T> document, Function<Gone, T> gone, Function<Later, T> later) {
            return document.apply(json);
        }
    }

    /** There is no such thing, or not any more, in the words of the source itself. */
    record Gone() implements Reply {
        @Override
        public <T> T handle(Function<JsonNode, T> document, Function<Gone, T> gone, Function<Later, T> later) {
            return gone.apply(this);
        }
    }

    /**
     * No answer that could be used, or no call.
     *
     * @param after how long to wait at least; absent where nothing but this request failed
     * @param error the code that the document gave for it; absent where there was none
     */
    record Later(String reason, @Nullable Duration after, @Nullable String error) implements Reply {
        private static final String TOKEN = "the token was refused";
        private static final String MISSING = "nothing is there";

        static Later tokenRefused(String reason) {
            return new Later(reason, null, TOKEN);
        }

        static Later missing(String reason) {
            return new Later(reason, null, MISSING);
        }

        /** Whether somebody said, perhaps not the source, that there is no such thing. */
        public boolean isMissing() {
            return MISSING.equals(error);
        }

        /** Whether a new token may help. */
        public boolean isTokenRefused() {
            return TOKEN.equals(error);
        }

        public boolean hasError(String code) {
            return code.equals(error);
        }

        public Searched searched() {
            return new Searched.Later(reason, after);
        }

        public Followed followed() {
            return new Followed.Later(reason, after);
        }

        @Override
        public <T> T handle(Function<JsonNode, T> document, Function<Gone, T> gone, Function<Later, T> later) {
            return later.apply(this);
        }
    }

    <T> T handle(Function<JsonNode, T> document, Function<Gone, T> gone, Function<Later, T> later);
}
