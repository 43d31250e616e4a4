package org.commitcast.commandline.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;

/** A host of audio as people rent one: HEAD, ranges, 404 for what it does not have. */
final class AudioHost implements AutoCloseable {
    private static final Pattern RANGE = Pattern.compile("bytes=(\\d+)-(\\d+)");

    private final HttpServer server;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();
    private final Map<String, String> types = new ConcurrentHashMap<>();
    private final AtomicLong sent = new AtomicLong();
    private volatile boolean lengths = true;

    AudioHost() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newFixedThreadPool(2));
        server.createContext("/", this::answer);
        server.start();
    }

    AudioHost with(String path, byte[] file) {
        files.put(path, file);
        return this;
    }

    /** Says of a file that it is something else than audio. */
    AudioHost as(String path, String type) {
        types.put(path, type);
        return this;
    }

    /** Sends no parts, and does not say beforehand how much it sends. */
    AudioHost withoutLengths() {
        lengths = false;
        return this;
    }

    String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }

    long sentBytes() {
        return sent.get();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] file = files.get(exchange.getRequestURI().getPath());
            if (file == null) {
                exchange.sendResponseHeaders(404, -1);
                return;
            }
            String path = exchange.getRequestURI().getPath();
            exchange.getResponseHeaders().set("Content-Type", types.getOrDefault(path, "audio/mpeg"));
            if (!lengths) {
                exchange.sendResponseHeaders(200, exchange.getRequestMethod().equals("HEAD") ? -1 : 0);
                return;
            }
            exchange.getResponseHeaders().set("Accept-Ranges", "bytes");
            if (exchange.getRequestMethod().equals("HEAD")) {
                exchange.getResponseHeaders().set("Content-Length", String.valueOf(file.length));
                exchange.sendResponseHeaders(200, -1);
                return;
            }
            String asked = exchange.getRequestHeaders().getFirst("Range");
            var range = RANGE.matcher(asked == null ? "" : asked);
            byte[] part = range.matches()
                    ? Arrays.copyOfRange(
                            file,
                            Integer.parseInt(range.group(1)),
                            Math.min(file.length, Integer.parseInt(range.group(2)) + 1))
                    : file;
            sent.addAndGet(part.length);
            exchange.sendResponseHeaders(range.matches() ? 206 : 200, part.length);
            exchange.getResponseBody().write(part);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
