package org.commitcast.ingest.checkout;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.commitcast.ingest.whole.TestRepository;

/** A forge's Git server: Git's own, {@code git http-backend}, behind a door that asks for credentials. */
public final class GitOverHttp implements AutoCloseable {
    private final HttpServer server;
    private final Path root;
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private volatile Optional<String> wanted = Optional.empty();
    private volatile Optional<String> elsewhere = Optional.empty();
    private volatile boolean asksBeforeRedirect;
    private volatile int refusal;
    private volatile String refusedCommand = "nothing";

    public GitOverHttp(TestRepository repository) throws IOException {
        this(repository, "127.0.0.1", 0);
    }

    GitOverHttp(TestRepository repository, String at, int port) throws IOException {
        this.root = repository.sharedFolder();
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getByName(at), port), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public String url() {
        return url("localhost");
    }

    /** Under another of its host's names. */
    String url(String host) {
        return "http://" + host + ":" + port() + "/garden/show.git";
    }

    /** The same server under another name, which makes it another one for credentials. */
    String urlByNumber() {
        return url("127.0.0.1");
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** Only who shows this is let in. */
    public GitOverHttp wants(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        wanted = Optional.of("Basic " + Base64.getEncoder().encodeToString(both));
        return this;
    }

    GitOverHttp redirectsTo(String url) {
        elsewhere = Optional.of(url);
        return this;
    }

    GitOverHttp redirectsAfterAskingTo(String url) {
        asksBeforeRedirect = true;
        return redirectsTo(url);
    }

    /** The repository has another name on this server now. */
    GitOverHttp renamesRepository() {
        return redirectsTo("http://localhost:" + port() + "/garden/renamed.git");
    }

    GitOverHttp refusesWith(int status) {
        refusal = status;
        return this;
    }

    /** Lets everybody in who wants something else than this. */
    GitOverHttp forbids(String command) {
        refusedCommand = command;
        return this;
    }

    /** The Authorization header of each request, empty where there was none. */
    public List<String> shown() {
        return shown;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Optional<String> credentials =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"));
        shown.add(credentials.orElse(""));
        boolean isOld = exchange.getRequestURI().getPath().startsWith("/garden/show.git");
        boolean letIn = wanted.isEmpty() || wanted.equals(credentials);
        if (refusal != 0) {
            exchange.getResponseHeaders().add("Retry-After", "90");
            end(exchange, refusal);
        } else if (isOld && elsewhere.isPresent() && (letIn || !asksBeforeRedirect)) {
            String path = exchange.getRequestURI().toString().replaceFirst("^/garden/[a-z]+\\.git", "");
            exchange.getResponseHeaders().add("Location", elsewhere.get() + path);
            end(exchange, 302);
        } else if (!letIn) {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"Git\"");
            end(exchange, 401);
        } else if (exchange.getRequestURI().toString().contains(refusedCommand)) {
            end(exchange, 403);
        } else {
            serve(exchange, body, credentials.isPresent());
        }
    }

    private void serve(HttpExchange exchange, byte[] body, boolean known) throws IOException {
        ProcessBuilder backend = new ProcessBuilder("git", "http-backend");
        backend.environment().putAll(variables(exchange, body, known));
        Process process = backend.start();
        try (OutputStream in = process.getOutputStream()) {
            in.write(body);
        }
        try (InputStream out = new BufferedInputStream(process.getInputStream())) {
            int status = 200;
            for (String line = line(out); !line.isEmpty(); line = line(out)) {
                String[] header = line.split(": ", 2);
                if (header[0].equals("Status")) {
                    status = Integer.parseInt(header[1].substring(0, 3));
                } else {
                    exchange.getResponseHeaders().add(header[0], header[1]);
                }
            }
            exchange.sendResponseHeaders(status, 0);
            out.transferTo(exchange.getResponseBody());
        }
        exchange.close();
    }

    private Map<String, String> variables(HttpExchange exchange, byte[] body, boolean known) {
        Map<String, String> variables = new TreeMap<>();
        variables.put("GIT_PROJECT_ROOT", root.toString());
        variables.put("GIT_HTTP_EXPORT_ALL", "1");
        variables.put("PATH_INFO", exchange.getRequestURI().getPath().replaceFirst("^/garden/[a-z]+\\.git", ""));
        variables.put("QUERY_STRING", String.valueOf(exchange.getRequestURI().getRawQuery()));
        variables.put("REQUEST_METHOD", exchange.getRequestMethod());
        variables.put("CONTENT_LENGTH", String.valueOf(body.length));
        List<String> encoding = exchange.getRequestHeaders().getOrDefault("Content-Encoding", new ArrayList<>());
        encoding.forEach(one -> variables.put("HTTP_CONTENT_ENCODING", one));
        List<String> protocol = exchange.getRequestHeaders().getOrDefault("Git-Protocol", new ArrayList<>());
        protocol.forEach(one -> variables.put("GIT_PROTOCOL", one));
        List<String> type = exchange.getRequestHeaders().getOrDefault("Content-Type", new ArrayList<>());
        type.forEach(one -> variables.put("CONTENT_TYPE", one));
        if (known) {
            // What makes Git's own server take pushes.
            variables.put("REMOTE_USER", "somebody");
        }
        return variables;
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.UTF_8).strip();
    }

    /** As forges do, in some words for people. */
    private static void end(HttpExchange exchange, int status) throws IOException {
        byte[] words = ("This is " + status + "\n").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, words.length);
        exchange.getResponseBody().write(words);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
