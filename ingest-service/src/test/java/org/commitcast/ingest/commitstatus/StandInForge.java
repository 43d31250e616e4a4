package org.commitcast.ingest.commitstatus;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * A forge that takes statuses as its vendor documents it, and refuses what that one refuses: other credentials, commits
 * that it does not have, states that it does not know.
 */
public final class StandInForge implements AutoCloseable {
    public static final String TOKEN = "token-of-the-forge";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Vendor> VENDORS = Map.of(
            "github",
                    new Vendor(
                            "/repos/show/content/statuses/(\\w+)",
                            Set.of("error", "failure", "pending", "success"),
                            "Bearer ",
                            201,
                            422),
            "forgejo",
                    new Vendor(
                            "/api/v1/repos/show/content/statuses/(\\w+)",
                            Set.of("pending", "success", "error", "failure", "warning"),
                            "token ",
                            201,
                            404),
            "gitlab",
                    new Vendor(
                            "/api/v4/projects/show%2Fcontent/statuses/(\\w+)",
                            Set.of("pending", "running", "success", "failed", "canceled", "skipped"),
                            "Bearer ",
                            201,
                            404),
            "bitbucket",
                    new Vendor(
                            "/2.0/repositories/show/content/commit/(\\w+)/statuses/build",
                            Set.of("SUCCESSFUL", "FAILED", "INPROGRESS", "STOPPED"),
                            "Bearer ",
                            201,
                            404),
            "bitbucket-server",
                    new Vendor(
                            "/rest/build-status/1.0/commits/(\\w+)",
                            Set.of("SUCCESSFUL", "FAILED", "INPROGRESS"),
                            "Bearer ",
                            204,
                            404));

    private final Vendor vendor;
    private final HttpServer server;
    private final List<JsonNode> taken = new CopyOnWriteArrayList<>();
    private final Map<String, String> states = new ConcurrentHashMap<>();
    private final Set<String> unknown = ConcurrentHashMap.newKeySet();
    private final List<String> busy = new CopyOnWriteArrayList<>();
    private final List<Integer> answers = new CopyOnWriteArrayList<>();
    private final List<Instant> answered = new CopyOnWriteArrayList<>();

    private volatile int movedBy;

    private record Vendor(String path, Set<String> states, String scheme, int good, int unknownCommit) {}

    public StandInForge(String name) {
        vendor = Objects.requireNonNull(VENDORS.get(name), name);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Statuses that were taken, in their order. */
    public List<JsonNode> taken() {
        return taken;
    }

    /** What was answered, in order. */
    public List<Integer> answers() {
        return answers;
    }

    /** How long it was left alone between its first two answers. */
    public Duration pause() {
        return Duration.between(answered.get(0), answered.get(1));
    }

    public StandInForge withoutCommit(String commit) {
        unknown.add(commit);
        return this;
    }

    /** The next call is asked to come back. */
    public StandInForge busyOnce(String retryAfter) {
        busy.add(retryAfter);
        return this;
    }

    /** The repository has another name by now: the forge says where, with this status. */
    public StandInForge moved(int status) {
        movedBy = status;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            int status = status(exchange);
            answered.add(Instant.now());
            answers.add(status);
            byte[] body = (status == 400
                                    && exchange.getRequestURI().getRawPath().contains("projects")
                            ? "{\"message\":\"Cannot transition status via :run from :success\"}"
                            : "{}")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, status == 204 ? -1 : body.length);
            if (status != 204) {
                exchange.getResponseBody().write(body);
            }
        }
    }

    private int status(HttpExchange exchange) throws IOException {
        var path = Pattern.compile(vendor.path).matcher(exchange.getRequestURI().getRawPath());
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        if (!exchange.getRequestMethod().equals("POST") || !path.matches()) {
            return 404;
        }
        if (!(vendor.scheme + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return 401;
        }
        if (movedBy > 0) {
            exchange.getResponseHeaders().set("Location", url() + "/repositories/4711/statuses/" + path.group(1));
            return movedBy;
        }
        if (!busy.isEmpty()) {
            exchange.getResponseHeaders().set("Retry-After", busy.remove(0));
            return 429;
        }
        if (unknown.contains(path.group(1))) {
            return vendor.unknownCommit;
        }
        String state = body.path("state").asText();
        if (!vendor.states.contains(state)) {
            return 400;
        }
        boolean bitbucket = vendor.path.contains("build");
        if (bitbucket
                && (body.path("url").asText().isEmpty()
                        || body.path("key").asText().isEmpty())) {
            return 400;
        }
        boolean gitlab = vendor.path.contains("projects");
        if (gitlab && state.equals(states.put(path.group(1), state))) {
            return 400;
        }
        taken.add(body);
        return vendor.good;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
