package org.commitcast.guardedhttp;

import java.time.Duration;

/**
 * What an exchange may take.
 *
 * @param connect until there is a connection, for each address
 * @param response between two bytes from the other side
 * @param total all in all, redirects included
 * @param bytes of the body; what is beyond is not read
 */
public record Limits(Duration connect, Duration response, Duration total, int bytes) {
    /** 5 s to connect, 15 s of silence, 30 s in all, 256 KiB. */
    public static final Limits USUAL =
            new Limits(Duration.ofSeconds(5), Duration.ofSeconds(15), Duration.ofSeconds(30), 256 * 1024);

    public Limits withTotal(Duration limit) {
        return new Limits(connect, response, limit, bytes);
    }

    public Limits withResponse(Duration limit) {
        return new Limits(connect, limit, total, bytes);
    }

    public Limits withBytes(int limit) {
        return new Limits(connect, response, total, limit);
    }
}
