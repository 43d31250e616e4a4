package org.commitcast.commandline.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** What stands around Commitcast: the show's web site, receivers of its webhooks, and where people talk. */
final class Neighbours implements AutoCloseable {

    private static final String INBOX = "/inbox";
    private static final String TEAM = "/team";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final List<WebhookMessage> messages = new CopyOnWriteArrayList<>();
    private final List<WebhookMessage> asked = new CopyOnWriteArrayList<>();
    private final HackerNews hackerNews = HackerNews.start();
    private final StandardWebhook verification;

    private Neighbours(HttpServer server, StandardWebhook verification) {
        this.server = server;
        this.verification = verification;
        server.setExecutor(threads);
        server.createContext("/", this::page);
        server.createContext(INBOX, exchange -> message(exchange, messages));
        server.createContext(TEAM, exchange -> message(exchange, asked));
        server.start();
    }

    /** A message that was signed as agreed. */
    record WebhookMessage(String id, String body) {}

    static Neighbours start(StandardWebhook verification) {
        try {
            return new Neighbours(
                    HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0), verification);
        } catch (IOException e) {
            throw new DemoFailure("a small web server cannot be started (%s)".formatted(e), e);
        }
    }

    /** Where the show's web site is. */
    String site() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    String inbox() {
        return site() + INBOX;
    }

    /** Where the show's maintainers are told what only they can do. */
    String team() {
        return site() + TEAM;
    }

    HackerNews hackerNews() {
        return hackerNews;
    }

    /** The generator has not built that page yet. */
    void notYet(String path) {
        missing.add(path);
    }

    /** The generator is through: every page is there. */
    void publish() {
        missing.clear();
    }

    List<WebhookMessage> messages() {
        return List.copyOf(messages);
    }

    /** What maintainers were asked for. */
    List<WebhookMessage> asked() {
        return List.copyOf(asked);
    }

    private void page(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        boolean there = !missing.contains(path);
        reply(exchange, there ? 200 : 404, there ? "<h1>" + path + "</h1>\n" : "Not built yet\n");
    }

    private void message(HttpExchange exchange, List<WebhookMessage> inbox) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-id"));
        String time = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-timestamp"));
        String signatures = String.valueOf(exchange.getRequestHeaders().getFirst("webhook-signature"));
        if (verification.accepts(id, time, body, signatures)) {
            inbox.add(new WebhookMessage(id, body));
            reply(exchange, 204, "");
        } else {
            reply(exchange, 401, "wrong signature\n");
        }
    }

    private static void reply(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        hackerNews.close();
        threads.shutdownNow();
    }
}
