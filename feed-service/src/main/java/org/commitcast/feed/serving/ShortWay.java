package org.commitcast.feed.serving;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import java.util.concurrent.TimeUnit;

/**
 * Answers plain requests on a connection that is kept, in front of the server's own machinery, which takes several times
 * what it costs to answer. All else goes the ordinary way and closes the short one, which opens again only when the
 * server surely waits for the beginning of a request: once it has answered one that it got whole, alone and at once.
 */
final class ShortWay extends ChannelInboundHandlerAdapter {
    /** By the server's name for it; where it is called otherwise, all goes the ordinary way. */
    private static final String DECODER = "httpDecoder";

    /** So often one goes the ordinary way for the sake of those there who close idle connections. */
    private static final long ORDINARY_EVERY = TimeUnit.SECONDS.toNanos(5);

    private final ShortAnswers answers;
    private boolean open;
    private boolean passesOne;
    private long passed;
    private long passedAt;
    private boolean written;

    private ShortWay(ShortAnswers answers) {
        this.answers = answers;
    }

    /** Tells of a request for a document that goes the ordinary way, before it is answered. */
    static void notice(RoutingContext context, ShortAnswers answers) {
        if (context.request().connection() instanceof ConnectionBase connection) {
            ChannelPipeline pipeline = connection.channel().pipeline();
            ShortWay way = pipeline.get(ShortWay.class);
            if (way != null) {
                way.openAfter(context);
            } else if (pipeline.get(DECODER) != null) {
                pipeline.addBefore(DECODER, "documents", new ShortWay(answers));
            }
        }
    }

    private void openAfter(RoutingContext context) {
        if (passesOne && hasNoBody(context.request())) {
            long mine = passed;
            context.addEndHandler(ended -> open = ended.succeeded() && passed == mine);
        }
    }

    /** What the server was told before may have made another request of this one than it looked like by itself. */
    private static boolean hasNoBody(HttpServerRequest request) {
        return (request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD))
                && request.version() == HttpVersion.HTTP_1_1
                && !request.headers().contains(HttpHeaders.CONTENT_LENGTH)
                && !request.headers().contains(HttpHeaders.TRANSFER_ENCODING);
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (open
                && message instanceof ByteBuf bytes
                && System.nanoTime() - passedAt < ORDINARY_EVERY
                && answerAll(context, bytes)) {
            bytes.release();
        } else {
            pass(context, message);
        }
    }

    /** Answers one after the other; whether those were all, or else what is left begins with one that goes on. */
    private boolean answerAll(ChannelHandlerContext context, ByteBuf bytes) {
        byte[] text = ByteBufUtil.getBytes(bytes);
        int at = 0;
        while (at < text.length) {
            PlainRequest request = context.channel().isWritable() ? PlainRequest.read(text, at) : null;
            ByteBuf answer = request == null ? null : answers.to(request, context.alloc());
            if (request == null || answer == null) {
                bytes.skipBytes(at);
                return false;
            }
            // A failure is told to the server, which closes the connection.
            var unused = context.write(answer, context.voidPromise());
            written = true;
            at = request.end();
        }
        return true;
    }

    private void pass(ChannelHandlerContext context, Object message) {
        open = false;
        passed++;
        passedAt = System.nanoTime();
        passesOne = message instanceof ByteBuf bytes && PlainRequest.isAll(ByteBufUtil.getBytes(bytes));
        try {
            context.fireChannelRead(message);
        } finally {
            passesOne = false;
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (written) {
            written = false;
            context.flush();
        }
        context.fireChannelReadComplete();
    }
}
