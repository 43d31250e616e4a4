package org.commitcast.feed.serving;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.vertx.core.http.HttpHeaders;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Answers to plain requests, byte for byte those of the ordinary way. */
@Singleton
class ShortAnswers {
    /** Of what is sent at once. A longer body goes as fast as its reader takes it. */
    private static final int LONGEST_BODY = 32 * 1024;

    private static final int USUAL_HEAD = 768;
    private static final byte[] NO_BODY = {};

    private final ServedDocuments documents;
    private final HotBodies hot;
    private final DocumentFields fields;
    private final AnswerCounts counts;

    ShortAnswers(ServedDocuments documents, HotBodies hot, DocumentFields fields, AnswerCounts counts) {
        this.documents = documents;
        this.hot = hot;
        this.fields = fields;
        this.counts = counts;
    }

    /** The answer; nothing where it is not one of those that nearly all requests get. */
    @Nullable ByteBuf to(PlainRequest request, ByteBufAllocator memory) {
        ServedDocument document =
                DocumentKey.ofPath(request.path()).flatMap(documents::find).orElse(null);
        if (document == null || document.standing() != Standing.SERVED || document.elsewhere() != null) {
            return null;
        }
        Form form = Form.of(document, request.headers().get(HttpHeaders.ACCEPT_ENCODING));
        return switch (Preconditions.of(request.headers(), document, form.etag())) {
            case UNCHANGED -> unchanged(document, form, memory);
            case MET -> given(document, form, request.isHead() ? NO_BODY : body(document, form), memory);
            case FAILED -> null;
        };
    }

    private byte @Nullable [] body(ServedDocument document, Form form) {
        return form.gzip() && form.length() <= LONGEST_BODY ? hot.find(document) : null;
    }

    private ByteBuf unchanged(ServedDocument document, Form form, ByteBufAllocator memory) {
        counts.unchanged();
        counts.shortly();
        StringBuilder head = new StringBuilder(USUAL_HEAD).append("HTTP/1.1 304 Not Modified\r\n");
        fields.addTo((name, value) -> add(head, name, value), document, form);
        return answer(head, NO_BODY, memory);
    }

    private @Nullable ByteBuf given(
            ServedDocument document, Form form, byte @Nullable [] body, ByteBufAllocator memory) {
        if (body == null) {
            return null;
        }
        counts.given();
        counts.shortly();
        StringBuilder head = new StringBuilder(USUAL_HEAD).append("HTTP/1.1 200 OK\r\n");
        fields.addTo((name, value) -> add(head, name, value), document, form);
        fields.addContentTo((name, value) -> add(head, name, value), document, form);
        return answer(head, body, memory);
    }

    private static void add(StringBuilder head, CharSequence name, CharSequence value) {
        head.append(name).append(": ").append(value).append("\r\n");
    }

    private static ByteBuf answer(StringBuilder head, byte[] body, ByteBufAllocator memory) {
        byte[] text = head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
        return memory.ioBuffer(text.length + body.length).writeBytes(text).writeBytes(body);
    }
}
