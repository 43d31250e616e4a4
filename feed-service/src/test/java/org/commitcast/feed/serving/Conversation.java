package org.commitcast.feed.serving;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection on which bytes are sent and received as they are. */
final class Conversation implements AutoCloseable {
    private static final int PATIENCE_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    Conversation(URI service) throws IOException {
        socket = new Socket(service.getHost(), service.getPort());
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** An answer as it came. */
    record Answer(String head, String body) {
        String status() {
            return head.substring("HTTP/1.1 ".length(), "HTTP/1.1 200".length());
        }
    }

    void say(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** The next answer, to a request that wants a body. */
    Answer hear() throws IOException {
        String head = head();
        String length = head.toLowerCase(Locale.ROOT).replaceAll("(?s).*\r\ncontent-length: *([0-9]+)\r\n.*", "$1");
        boolean bodiless = head.startsWith("HTTP/1.1 304") || length.equals(head.toLowerCase(Locale.ROOT));
        byte[] body = in.readNBytes(bodiless ? 0 : Integer.parseInt(length));
        return new Answer(head, new String(body, StandardCharsets.ISO_8859_1));
    }

    /** The next answer, to a request that wants no body. */
    Answer hearHead() throws IOException {
        return new Answer(head(), "");
    }

    private String head() throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("closed after: " + head);
            }
            head.append((char) next);
        }
        return head.toString();
    }

    boolean isOver() throws IOException {
        return in.read() < 0;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
