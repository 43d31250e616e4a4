package org.commitcast.feed.serving;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Bodies of bytes that are all there. */
public final class Bodies {
    private Bodies() {}

    public static DocumentBody of(byte[] identity) {
        try (DocumentBody.Target target = new DocumentBody.Target()) {
            target.write(identity);
            return target.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
