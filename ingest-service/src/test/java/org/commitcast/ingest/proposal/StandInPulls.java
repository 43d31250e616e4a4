package org.commitcast.ingest.proposal;

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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.commitcast.ingest.site.ForgeKind;

/**
 * A forge that takes pull requests as its vendor documents it, and refuses what that one refuses: other credentials,
 * missing fields, branches that it does not have, a second one for the same two branches.
 */
public final class StandInPulls implements AutoCloseable {
    public static final String TOKEN = "token-for-pull-requests";

    static final String COMMIT = "c0ffee".repeat(6) + "c0ff";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ForgeKind kind;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Request> opened = new CopyOnWriteArrayList<>();
    private final List<Request> forked = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final Set<String> missing = ConcurrentHashMap.newKeySet();
    private final List<Integer> failures = new CopyOnWriteArrayList<>();
    private final AtomicInteger held = new AtomicInteger();
    private volatile CountDownLatch door = new CountDownLatch(0);
    private volatile boolean hidesList;
    private volatile UnaryOperator<String> commits = branch -> COMMIT;

    /** One that was opened. */
    public static final class Request {
        final int number;
        public final JsonNode body;
        final String head;
        final String base;
        final boolean fromFork;
        final String commit;
        volatile String state = "open";

        Request(int number, JsonNode body, String head, String base, String commit, boolean fromFork) {
            this.commit = commit;
            this.number = number;
            this.body = body;
            this.head = head;
            this.base = base;
            this.fromFork = fromFork;
        }
    }

    public StandInPulls(ForgeKind kind) {
        this.kind = kind;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The base of its API. */
    public String api() {
        return url()
                + switch (kind) {
                    case GITHUB -> "/api/v3";
                    case GITLAB -> "/api/v4";
                    case GITEA, FORGEJO -> "/api/v1";
                    case BITBUCKET -> "/2.0";
                    case BITBUCKET_SERVER -> "";
                };
    }

    public List<Request> opened() {
        return opened;
    }

    /** Methods and paths, in order. */
    public List<String> calls() {
        return calls;
    }

    /** The next calls are answered so. */
    StandInPulls failing(int... statuses) {
        for (int status : statuses) {
            failures.add(status);
        }
        return this;
    }

    StandInPulls withoutBranch(String branch) {
        missing.add(branch);
        return this;
    }

    /** What is open is not in its lists yet. */
    StandInPulls hidingList() {
        hidesList = true;
        return this;
    }

    /** A stranger asks to merge a branch of a fork; it stands before all others in the lists. */
    StandInPulls withFork(String head, String base) {
        forked.add(new Request(99, JSON.createObjectNode(), head, base, "f".repeat(40), true));
        return this;
    }

    /** Whoever comes with another token waits for the answer. */
    public StandInPulls holdingStrangers() {
        door = new CountDownLatch(1);
        return this;
    }

    /** How many of them have come. */
    public int held() {
        return held.get();
    }

    /** They wait no longer. */
    public void release() {
        door.countDown();
    }

    /** Knows the commits of its branches. */
    public StandInPulls withBranches(UnaryOperator<String> tips) {
        commits = tips;
        return this;
    }

    /** What became of the newest one. */
    public String state() {
        return opened.get(opened.size() - 1).state;
    }

    /** A person decides. */
    public void decide(String state) {
        opened.get(opened.size() - 1).state = state;
    }

    private record Reply(int status, Object body) {}

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(
                    exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
            Reply reply = reply(exchange);
            byte[] body = JSON.writeValueAsBytes(reply.body());
            exchange.sendResponseHeaders(reply.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply reply(HttpExchange exchange) throws IOException {
        String scheme = kind == ForgeKind.GITEA || kind == ForgeKind.FORGEJO ? "token " : "Bearer ";
        if (!(scheme + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            held.incrementAndGet();
            try {
                door.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return new Reply(401, Map.of("message", "Bad credentials"));
        }
        if (!failures.isEmpty()) {
            return new Reply(failures.remove(0), Map.of());
        }
        String path = exchange.getRequestURI().getRawPath();
        String list =
                switch (kind) {
                    case GITHUB -> "/api/v3/repos/show/content/pulls";
                    case GITEA, FORGEJO -> "/api/v1/repos/show/content/pulls";
                    case GITLAB -> "/api/v4/projects/show%2Fcontent/merge_requests";
                    case BITBUCKET -> "/2.0/repositories/show/content/pullrequests";
                    case BITBUCKET_SERVER -> "/rest/api/1.0/projects/show/repos/content/pull-requests";
                };
        if (path.equals(list)) {
            return exchange.getRequestMethod().equals("POST") ? open(exchange) : list(exchange);
        }
        String rest = path.startsWith(list + "/") ? path.substring(list.length() + 1) : "";
        if (kind == ForgeKind.GITEA || kind == ForgeKind.FORGEJO) {
            // The forge itself gives any one of the two branches, the open one or not.
            Optional<Request> one = opened.stream()
                    .filter(request -> rest.equals(request.base + "/" + request.head) && !hidesList)
                    .findFirst();
            if (one.isPresent()) {
                return new Reply(200, shown(one.get()));
            }
        }
        String number = rest.replaceFirst("/.*", "");
        return opened.stream()
                .filter(one -> String.valueOf(one.number).equals(number))
                .findFirst()
                .map(one -> exchange.getRequestMethod().equals("GET")
                        ? new Reply(200, shown(one))
                        : change(exchange, one, rest))
                .orElse(new Reply(404, Map.of("message", "Not Found")));
    }

    private Reply change(HttpExchange exchange, Request one, String rest) {
        String method = exchange.getRequestMethod();
        JsonNode body;
        try {
            body = JSON.readTree(exchange.getRequestBody());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String query = String.valueOf(exchange.getRequestURI().getRawQuery());
        boolean understood =
                switch (kind) {
                    case GITHUB, GITEA, FORGEJO ->
                        method.equals("PATCH") && body.path("state").asText().equals("closed");
                    case GITLAB ->
                        method.equals("PUT")
                                && body.path("state_event").asText().equals("close");
                    case BITBUCKET -> method.equals("POST") && rest.endsWith("/decline");
                    case BITBUCKET_SERVER ->
                        method.equals("POST") && rest.endsWith("/decline") && query.contains("version=3");
                };
        if (!understood || !one.state.equals("open")) {
            return new Reply(409, Map.of("message", "not understood"));
        }
        one.state = "closed";
        return new Reply(200, shown(one));
    }

    private Reply list(HttpExchange exchange) {
        String query =
                URLDecoder.decode(String.valueOf(exchange.getRequestURI().getRawQuery()), StandardCharsets.UTF_8);
        List<Object> found = new ArrayList<>();
        List<Request> all = new ArrayList<>(forked);
        all.addAll(opened);
        for (Request one : all) {
            boolean asked =
                    switch (kind) {
                        case GITHUB ->
                            query.contains("head=" + (one.fromFork ? "stranger:" : "show:") + one.head)
                                    && (query.contains("state=all") || one.state.equals("open"));
                        case GITEA, FORGEJO -> query.contains("state=all") || one.state.equals("open");
                        case GITLAB -> query.contains("source_branch=" + one.head) && !query.contains("state=");
                        case BITBUCKET ->
                            query.contains("source.branch.name=\"" + one.head + "\"")
                                    && query.contains(
                                            "state=" + (one.state.equals("closed") ? "DECLINED" : upper(one.state)));
                        case BITBUCKET_SERVER ->
                            !one.fromFork
                                    && query.contains("at=refs/heads/" + one.head)
                                    && query.contains("direction=OUTGOING")
                                    && (query.contains("state=ALL") || one.state.equals("open"));
                    };
            if (asked && !hidesList) {
                found.add(shown(one));
            }
        }
        boolean bare = kind != ForgeKind.BITBUCKET && kind != ForgeKind.BITBUCKET_SERVER;
        return new Reply(200, bare ? found : Map.of("values", found));
    }

    private Reply open(HttpExchange exchange) throws IOException {
        JsonNode body = JSON.readTree(exchange.getRequestBody());
        String head = head(body);
        String base = base(body);
        if (body.path("title").asText().isEmpty() || head.isEmpty() || base.isEmpty()) {
            return new Reply(kind == ForgeKind.GITHUB ? 422 : 400, Map.of("message", "Validation Failed"));
        }
        if (missing.contains(head)) {
            return new Reply(
                    kind == ForgeKind.GITHUB ? 422 : kind == ForgeKind.GITEA || kind == ForgeKind.FORGEJO ? 404 : 400,
                    Map.of("message", "no such branch"));
        }
        boolean there = opened.stream()
                .anyMatch(one -> one.head.equals(head) && one.base.equals(base) && one.state.equals("open"));
        if (there) {
            return already(head);
        }
        var one = new Request(opened.size() + 1, body, head, base, commits.apply(head), false);
        opened.add(one);
        return new Reply(201, shown(one));
    }

    private Reply already(String head) {
        return switch (kind) {
            case GITHUB ->
                new Reply(
                        422,
                        Map.of(
                                "message",
                                "Validation Failed",
                                "errors",
                                List.of(Map.of("message", "A pull request already exists for show:" + head + "."))));
            case BITBUCKET_SERVER ->
                new Reply(
                        409,
                        Map.of(
                                "errors",
                                List.of(Map.of(
                                        "exceptionName",
                                        "com.atlassian.bitbucket.pull.DuplicatePullRequestException"))));
            default -> new Reply(409, Map.of("message", "already exists"));
        };
    }

    private String head(JsonNode body) {
        return switch (kind) {
            case GITHUB, GITEA, FORGEJO -> body.path("head").asText();
            case GITLAB -> body.path("source_branch").asText();
            case BITBUCKET -> body.path("source").path("branch").path("name").asText();
            case BITBUCKET_SERVER -> server(body.path("fromRef"));
        };
    }

    private String base(JsonNode body) {
        return switch (kind) {
            case GITHUB, GITEA, FORGEJO -> body.path("base").asText();
            case GITLAB -> body.path("target_branch").asText();
            case BITBUCKET ->
                body.path("destination").path("branch").path("name").asText();
            case BITBUCKET_SERVER -> server(body.path("toRef"));
        };
    }

    /** A reference is nothing without the repository that it is in. */
    private static String server(JsonNode reference) {
        JsonNode repository = reference.path("repository");
        boolean whole = repository.path("slug").asText().equals("content")
                && repository.path("project").path("key").asText().equals("show");
        return whole ? reference.path("id").asText().replaceFirst("^refs/heads/", "") : "";
    }

    private Map<String, Object> shown(Request one) {
        String page = "https://forge.example/show/content/pull/" + one.number;
        Map<String, Object> json = new LinkedHashMap<>();
        switch (kind) {
            case GITHUB, GITEA, FORGEJO -> {
                json.put("number", one.number);
                json.put("html_url", page);
                json.put("state", one.state.equals("open") ? "open" : "closed");
                json.put("merged", one.state.equals("merged"));
                json.put("merged_at", one.state.equals("merged") ? "2026-05-01T10:00:00Z" : null);
                json.put("head", Map.of("ref", one.head, "sha", one.commit, "repo_id", one.fromFork ? 8 : 7));
                json.put("base", Map.of("ref", one.base, "repo_id", 7));
            }
            case GITLAB -> {
                json.put("iid", one.number);
                json.put("web_url", page);
                json.put("state", one.state.equals("open") ? "opened" : one.state);
                json.put("source_branch", one.head);
                json.put("sha", one.commit);
                json.put("target_branch", one.base);
                json.put("source_project_id", one.fromFork ? 8 : 7);
                json.put("target_project_id", 7);
            }
            case BITBUCKET -> {
                json.put("id", one.number);
                json.put("links", Map.of("html", Map.of("href", page)));
                json.put("state", upper(one.state));
                // As short as there.
                String hash = one.commit.substring(0, 12);
                json.put("source", side(one.head, one.fromFork ? "stranger/content" : "show/content", hash));
                json.put("destination", side(one.base, "show/content", "0".repeat(12)));
            }
            case BITBUCKET_SERVER -> {
                json.put("id", one.number);
                json.put("links", Map.of("self", List.of(Map.of("href", page))));
                json.put("state", upper(one.state));
                json.put("version", 3);
                json.put("fromRef", Map.of("id", "refs/heads/" + one.head, "latestCommit", one.commit));
                json.put("toRef", Map.of("id", "refs/heads/" + one.base));
            }
        }
        return json;
    }

    private static Map<String, Object> side(String branch, String repository, String commit) {
        return Map.of(
                "branch",
                Map.of("name", branch),
                "repository",
                Map.of("full_name", repository),
                "commit",
                Map.of("hash", commit));
    }

    private static String upper(String state) {
        return state.equals("open") ? "OPEN" : state.equals("merged") ? "MERGED" : "DECLINED";
    }

    @Override
    public void close() {
        door.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}
