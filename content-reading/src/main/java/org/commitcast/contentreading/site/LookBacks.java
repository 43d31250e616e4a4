package org.commitcast.contentreading.site;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * What files held before, for the first few that are asked for: each costs a walk through the history, and anybody may
 * break a thousand files. One of the others counts as if it said nothing.
 */
final class LookBacks implements Function<String, Stream<byte[]>> {
    static final int MOST = 20;

    private final AtomicInteger left = new AtomicInteger(MOST);
    private final Function<String, Stream<byte[]>> earlier;

    LookBacks(Function<String, Stream<byte[]>> earlier) {
        this.earlier = earlier;
    }

    @Override
    public Stream<byte[]> apply(String path) {
        return left.getAndDecrement() > 0 ? earlier.apply(path) : Stream.empty();
    }
}
