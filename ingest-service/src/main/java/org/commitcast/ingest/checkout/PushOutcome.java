package org.commitcast.ingest.checkout;

import java.util.function.Function;
import java.util.function.Supplier;

/** How a push ended, where the repository answered. */
public sealed interface PushOutcome {

    /** The branch is at this commit now. */
    record Pushed(String commit) implements PushOutcome {
        @Override
        public <T> T handle(Function<String, T> pushed, Supplier<T> moved, Function<Refused, T> refused) {
            return pushed.apply(commit);
        }
    }

    /** Somebody else was faster: fetch and begin again. */
    record Moved() implements PushOutcome {
        @Override
        public <T> T handle(Function<String, T> pushed, Supplier<T> moved, Function<Refused, T> refused) {
            return moved.get();
        }
    }

    /**
     * The repository does not let us; trying again would not help.
     *
     * @param ofThisBranch whether it is this branch that takes no such pushes, so that another one may
     */
    record Refused(String reason, boolean ofThisBranch) implements PushOutcome {
        @Override
        public <T> T handle(Function<String, T> pushed, Supplier<T> moved, Function<Refused, T> refused) {
            return refused.apply(this);
        }
    }

    /** Calls the function for what this is. */
    <T> T handle(Function<String, T> pushed, Supplier<T> moved, Function<Refused, T> refused);
}
