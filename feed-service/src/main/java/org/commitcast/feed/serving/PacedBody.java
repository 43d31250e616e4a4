package org.commitcast.feed.serving;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Sends a body as fast as its reader takes it: of what a slow one has not taken, a few pieces are in memory. */
final class PacedBody {
    private static final int PIECE = 32 * 1024;

    private final HttpServerResponse response;
    private final Pieces body;
    private final int length;
    private int sent;

    /** The bytes of a body, one piece after the other. */
    private interface Pieces {
        Buffer next(int offset, int length) throws IOException;
    }

    private PacedBody(HttpServerResponse response, Pieces body, int length) {
        this.response = response;
        this.body = body;
        this.length = length;
    }

    /** Bytes as they are. */
    static void send(RoutingContext context, byte[] body) {
        Pieces pieces = (offset, length) -> Buffer.buffer(length).appendBytes(body, offset, length);
        new PacedBody(context.response(), pieces, body.length).sendOn();
    }

    /** Bytes that are read as they go. */
    static void send(RoutingContext context, InputStream body, int length) {
        context.addEndHandler(ended -> close(body));
        new PacedBody(context.response(), (offset, count) -> Buffer.buffer(body.readNBytes(count)), length).sendOn();
    }

    private void sendOn() {
        while (!response.closed()) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> sendOn());
                return;
            }
            Buffer piece = next();
            sent += piece.length();
            if (sent == length) {
                response.end(piece);
                return;
            }
            response.write(piece);
        }
    }

    private Buffer next() {
        try {
            return body.next(sent, Math.min(length - sent, PIECE));
        } catch (IOException e) {
            throw new UncheckedIOException("a body that was checked cannot be read", e);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
