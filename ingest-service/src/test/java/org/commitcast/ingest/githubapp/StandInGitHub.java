package org.commitcast.ingest.githubapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/**
 * The part of GitHub's API that Apps need, refusing what GitHub refuses: its rules are those of "Generating a JSON Web
 * Token" and "Create an installation access token" in GitHub's documentation.
 */
public final class StandInGitHub implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String APP = "4711";
    private static final String INSTALLATION = "99";

    private final HttpServer server;
    private final PublicKey key;
    private final Clock clock;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private volatile int refuseWith;
    private int given;

    public StandInGitHub(PublicKey key, Clock clock) throws IOException {
        this.key = key;
        this.clock = clock;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", this::handle);
        server.start();
    }

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
    }

    /** Method and path of each call. */
    public List<String> asked() {
        return asked;
    }

    /** From now on every call is answered so. */
    public void refuseWith(int status) {
        refuseWith = status;
    }

    private void handle(HttpExchange exchange) throws IOException {
        String call =
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getPath();
        asked.add(call);
        byte[] body = exchange.getRequestBody().readAllBytes();
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        if (refuseWith != 0) {
            exchange.getResponseHeaders().add("Retry-After", "77");
            answer(exchange, refuseWith, "{}");
        } else if (!authorization.startsWith("Bearer ") || !isApps(authorization.substring("Bearer ".length()))) {
            answer(exchange, 401, "{\"message\": \"A JSON web token could not be decoded\"}");
        } else if (call.equals("GET /repos/garden/show/installation")) {
            answer(exchange, 200, "{\"id\": " + INSTALLATION + "}");
        } else if (call.equals("POST /app/installations/" + INSTALLATION + "/access_tokens")) {
            boolean known = JSON.readTree(body).path("repositories").toString().equals("[\"show\"]");
            answer(exchange, known ? 201 : 422, known ? token() : "{}");
        } else {
            answer(exchange, 404, "{\"message\": \"Not Found\"}");
        }
    }

    private synchronized String token() {
        given++;
        return "{\"token\": \"ghs_%d\", \"expires_at\": \"%s\"}"
                .formatted(given, clock.instant().plus(Duration.ofHours(1)));
    }

    private boolean isApps(String jwt) throws IOException {
        String[] parts = jwt.split("\\.", -1);
        if (parts.length != 3 || !isSigned(parts)) {
            return false;
        }
        JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
        JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        Instant issued = Instant.ofEpochSecond(claims.path("iat").asLong());
        Instant expires = Instant.ofEpochSecond(claims.path("exp").asLong());
        Instant now = clock.instant();
        return header.path("alg").asText().equals("RS256")
                && claims.path("iss").asText().equals(APP)
                && !issued.isAfter(now)
                && expires.isAfter(now)
                && !expires.isAfter(now.plus(Duration.ofMinutes(10)));
    }

    private boolean isSigned(String[] parts) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
