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
    private final InputStream body;
    private int left;

    private PacedBody(HttpServerResponse response, InputStream body, int length) {
        this.response = response;
        this.body = body;
        this.left = length;
    }

    static void send(RoutingContext context, InputStream body, int length) {
        context.addEndHandler(ended -> close(body));
        new PacedBody(context.response(), body, length).sendOn();
    }

    private void sendOn() {
        while (!response.closed()) {
            if (response.writeQueueFull()) {
                response.drainHandler(drained -> sendOn());
                return;
            }
            Buffer piece = next();
            left -= piece.length();
            if (left == 0) {
                response.end(piece);
                return;
            }
            response.write(piece);
        }
    }

    private Buffer next() {
        try {
            return Buffer.buffer(body.readNBytes(Math.min(left, PIECE)));
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
