package org.commitcast.guardedhttp;

import java.net.URI;
import java.util.function.Function;

/** How an exchange ended. Reasons are for people and hold no path, header or body. */
public sealed interface Answer {

    /**
     * The other side answered.
     *
     * @param url which address answered, after redirects
     */
    record Answered(int status, Headers headers, Body body, URI url) implements Answer {
        @Override
        public String toString() {
            return "status " + status + " from " + url.getHost();
        }

        @Override
        public <T> T handle(Function<Answered, T> answered, Function<Refused, T> refused, Function<Failed, T> failed) {
            return answered.apply(this);
        }
    }

    /** The policy does not allow the address; nothing was sent to it. */
    record Refused(String reason) implements Answer {
        @Override
        public <T> T handle(Function<Answered, T> answered, Function<Refused, T> refused, Function<Failed, T> failed) {
            return refused.apply(this);
        }
    }

    /**
     * There was no answer.
     *
     * @param sentMaybe false: certainly nothing was sent; true: the other side may have received it
     */
    record Failed(String reason, boolean sentMaybe) implements Answer {
        @Override
        public <T> T handle(Function<Answered, T> answered, Function<Refused, T> refused, Function<Failed, T> failed) {
            return failed.apply(this);
        }
    }

    /** Calls the function for what this is. */
    <T> T handle(Function<Answered, T> answered, Function<Refused, T> refused, Function<Failed, T> failed);
}
