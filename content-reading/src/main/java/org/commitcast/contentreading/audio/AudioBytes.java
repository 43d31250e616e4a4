package org.commitcast.contentreading.audio;

import java.io.IOException;

/** A file that lies elsewhere and is read in parts. */
public interface AudioBytes {

    /** In bytes. */
    long length();

    /**
     * Some of its bytes; fewer only at its end.
     *
     * @throws IOException where they cannot be had
     */
    byte[] read(long offset, int count) throws IOException;
}
