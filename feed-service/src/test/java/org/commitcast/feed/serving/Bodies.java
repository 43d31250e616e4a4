package org.commitcast.feed.serving;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of bytes that are all there. */
public final class Bodies {
    private Bodies() {}

    public static FeedBody of(byte[] identity) {
        try (FeedBody.Target target = new FeedBody.Target()) {
            target.write(identity);
            return target.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
