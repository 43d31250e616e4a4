package org.commitcast.notify.channel;

import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether an announcement is on the channel already. */
public sealed interface LookUp {

    /** It is. */
    record Found(@Nullable String remoteId, @Nullable String remoteUrl) implements LookUp {
        @Override
        public <T> T handle(Function<Found, T> found, Supplier<T> absent, Function<Unclear, T> unclear) {
            return found.apply(this);
        }
    }

    /** It certainly is not. */
    record Absent() implements LookUp {
        @Override
        public <T> T handle(Function<Found, T> found, Supplier<T> absent, Function<Unclear, T> unclear) {
            return absent.get();
        }
    }

    /** It could not be found out now. */
    record Unclear(String reason) implements LookUp {
        @Override
        public <T> T handle(Function<Found, T> found, Supplier<T> absent, Function<Unclear, T> unclear) {
            return unclear.apply(this);
        }
    }

    <T> T handle(Function<Found, T> found, Supplier<T> absent, Function<Unclear, T> unclear);
}
