package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** A server of somebody else, on loopback. What it does next can be prescribed; else it does what the real one does. */
public abstract class StandIn implements AutoCloseable {
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Queue<Behaviour> next = new ConcurrentLinkedQueue<>();
    private final List<CallWindow> limits = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean down;

    /** One answer out of the usual. */
    public interface Behaviour {
        void answer(HttpExchange exchange) throws IOException;
    }

    StandIn() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", exchange -> {
            Behaviour unusual = interceptable(exchange) ? next.poll() : null;
            if (unusual == null) {
                answerAsUsual(exchange);
            } else {
                unusual.answer(exchange);
            }
        });
        server.createContext("/stand-in/", this::obey);
        // A request that hangs must not hold up the others.
        server.setExecutor(threads);
        server.start();
    }

    private void answerAsUsual(HttpExchange exchange) throws IOException {
        calls.incrementAndGet();
        if (down) {
            answer(exchange, 503, "");
        } else if (isStranger(exchange)) {
            refused.incrementAndGet();
            answer(exchange, 403, "<html><body>Forbidden</body></html>");
        } else if (limits.stream().filter(CallWindow::isTooMany).count() > 0) {
            refused.incrementAndGet();
            tooMany(exchange);
        } else {
            usual(exchange);
        }
    }

    /** Those that do not say who they are, as most servers' front ends want it. */
    private static boolean isStranger(HttpExchange exchange) {
        String agent = exchange.getRequestHeaders().getFirst("User-Agent");
        return agent == null || agent.isBlank() || agent.startsWith("Java");
    }

    /** It takes no more calls than the real one. */
    final void keepsTo(int most, Duration in) {
        limits.add(new CallWindow(most, in));
    }

    /** As many calls as anybody likes: time may be another here. */
    public final void hasNoLimits() {
        limits.clear();
    }

    /** How the real one says that there were too many calls. */
    void tooMany(HttpExchange exchange) throws IOException {
        answer(exchange, 429, "{}");
    }

    /**
     * What it is told by tests that share no memory with it: {@code PUT /stand-in/threads/ID} with title, url, score and
     * comments of a thread that somebody begins or adds to, {@code PUT /stand-in/down} with whether it is; {@code GET
     * /stand-in/calls} says how many there were, and how many of them were refused.
     */
    private void obey(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath().replaceFirst("^/stand-in/", "");
        if (path.equals("down")) {
            down = Boolean.parseBoolean(body(exchange));
        } else if (path.startsWith("threads/")) {
            discussed(path.replaceFirst("^threads/", ""), new ObjectMapper().readTree(body(exchange)));
        }
        answer(exchange, 200, "{\"calls\":" + calls + ",\"refused\":" + refused + "}");
    }

    /** Somebody begins a thread, or says more in it. */
    void discussed(String id, JsonNode thread) {
        throw new UnsupportedOperationException(getClass().getSimpleName());
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request is answered so. */
    public void next(Behaviour behaviour) {
        next.add(behaviour);
    }

    public void nextStatus(int status, String... header) {
        next(exchange -> {
            if (header.length == 2) {
                exchange.getResponseHeaders().add(header[0], header[1]);
            }
            answer(exchange, status, "{}");
        });
    }

    /** The next request is answered with this text, whatever it is. */
    public void nextText(int status, String type, String text) {
        next(exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        });
    }

    /** The next answer ends in the middle. */
    public void nextBreaksOff(String text) {
        next(exchange -> {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length * 2L);
            exchange.getResponseBody().write(bytes);
            exchange.getResponseBody().flush();
            exchange.close();
        });
    }

    boolean interceptable(HttpExchange exchange) {
        return true;
    }

    abstract void usual(HttpExchange exchange) throws IOException;

    static String body(HttpExchange exchange) throws IOException {
        return new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    }

    /** The parameters of a request's query, the last one of each name. */
    static Map<String, String> query(HttpExchange exchange) {
        Map<String, String> parameters = new TreeMap<>();
        String query = exchange.getRequestURI().getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] parts = pair.split("=", 2);
            parameters.put(
                    URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(parts.length == 1 ? "" : parts[1], StandardCharsets.UTF_8));
        }
        return parameters;
    }

    static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
