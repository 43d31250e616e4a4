package org.commitcast.feed.serving;

import io.vertx.core.MultiMap;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request as nearly all readers of feeds write it. Stricter than HTTP: what is only allowed, or has a body, or asks for
 * something of the connection, is none, and somebody else's to understand.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC 9112, HTTP/1.1</a>
 */
final class PlainRequest {
    private final byte[] text;
    private final MultiMap headers = MultiMap.caseInsensitiveMultiMap();
    private int at;
    private boolean head;
    private boolean hasHost;
    private String path = "";

    private PlainRequest(byte[] text, int from) {
        this.text = text;
        this.at = from;
    }

    /** What begins at this place, if it is one, and all of it is there. */
    static @Nullable PlainRequest read(byte[] text, int from) {
        PlainRequest request = new PlainRequest(text, from);
        return request.readLine() && request.readFields() ? request : null;
    }

    /** Whether the bytes are one, and nothing else. */
    static boolean isAll(byte[] text) {
        PlainRequest request = read(text, 0);
        return request != null && request.at == text.length;
    }

    boolean isHead() {
        return head;
    }

    String path() {
        return path;
    }

    /** The fields that documents depend on. */
    MultiMap headers() {
        return headers;
    }

    /** The place behind it. */
    int end() {
        return at;
    }

    private boolean readLine() {
        head = take("HEAD ");
        if (!head && !take("GET ")) {
            return false;
        }
        int begin = at;
        while (at < text.length && text[at] > ' ' && text[at] < 0x7F) {
            at++;
        }
        path = string(begin, at);
        return take(" HTTP/1.1\r\n");
    }

    private boolean readFields() {
        while (!take("\r\n")) {
            if (!readField()) {
                return false;
            }
        }
        return hasHost;
    }

    private boolean readField() {
        int begin = at;
        while (at < text.length && isOfName(text[at])) {
            at++;
        }
        String name = string(begin, at).toLowerCase(Locale.ROOT);
        if (name.isEmpty() || !take(":")) {
            return false;
        }
        begin = at;
        while (at < text.length && isOfValue(text[at])) {
            at++;
        }
        return accept(name, begin) && take("\r\n");
    }

    private static boolean isOfName(byte octet) {
        return (octet >= 'a' && octet <= 'z')
                || (octet >= 'A' && octet <= 'Z')
                || (octet >= '0' && octet <= '9')
                || octet == '-';
    }

    private static boolean isOfValue(byte octet) {
        return (octet >= ' ' && octet < 0x7F) || octet == '\t';
    }

    /** Whether a request with that field is still a plain one; the value is between that place and this. */
    private boolean accept(String name, int begin) {
        return switch (name) {
            case "host" -> isFirstHost();
            case "accept-encoding", "if-none-match", "if-modified-since" -> keep(name, begin);
            case "connection" -> string(begin, at).strip().equalsIgnoreCase("keep-alive");
            case "content-length", "transfer-encoding", "te", "trailer", "expect", "upgrade", "http2-settings" -> false;
            case "if-match", "if-unmodified-since" -> false;
            default -> true;
        };
    }

    private boolean isFirstHost() {
        boolean first = !hasHost;
        hasHost = true;
        return first;
    }

    private boolean keep(String name, int begin) {
        boolean first = !headers.contains(name);
        headers.add(name, string(begin, at).strip());
        return first;
    }

    private boolean take(String expected) {
        int length = expected.length();
        if (text.length - at < length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text[at + i] != expected.charAt(i)) {
                return false;
            }
        }
        at += length;
        return true;
    }

    private String string(int begin, int end) {
        return new String(text, begin, end - begin, StandardCharsets.US_ASCII);
    }
}
