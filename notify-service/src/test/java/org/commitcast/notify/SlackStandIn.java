package org.commitcast.notify;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Slack, Mattermost and Rocket.Chat on one host, which their webhooks' addresses tell apart. Refuses what they refuse:
 * another webhook, no text, what is no JSON. A text that calls people is a fault of ours.
 */
public final class SlackStandIn extends StandIn {
    public static final String SLACK = "/services/T00000000/B00000000/s3cretS3cretS3cretS3cret";
    public static final String MATTERMOST = "/hooks/s3cretoomattermosthook3aaa";
    public static final String ROCKET_CHAT = "/hooks/vPmcTZjPGQRN7FR8z/s3cretRocketTokenThatIsLong";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> posts = new CopyOnWriteArrayList<>();
    private volatile boolean archived;

    public List<String> posts() {
        return posts;
    }

    /** Method, path and body of each request, oldest first. */
    public List<String> requests() {
        return requests;
    }

    /** Somebody archives the channel in Slack. */
    public void archive() {
        archived = true;
    }

    /** The next message is taken, but its answer never arrives. */
    public void nextLosesItsAnswer() {
        next(exchange -> {
            posts.add(JSON.readTree(body(exchange)).path("text").asText());
            exchange.close();
        });
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = body(exchange);
        requests.add(exchange.getRequestMethod() + " " + path + "\n" + body);
        if (path.startsWith("/services/")) {
            slack(exchange, path, body);
        } else if (path.matches("/hooks/[^/]+")) {
            mattermost(exchange, path, JSON.readTree(body));
        } else {
            rocketChat(exchange, path, body);
        }
    }

    private void slack(HttpExchange exchange, String path, String body) throws IOException {
        String text = read(body).path("text").asText("");
        if (!path.equals(SLACK)) {
            say(exchange, 404, "no_service");
        } else if (read(body).isMissingNode()) {
            say(exchange, 400, "invalid_payload");
        } else if (text.isEmpty()) {
            say(exchange, 400, "no_text");
        } else if (archived) {
            say(exchange, 410, "channel_is_archived");
        } else {
            if (text.matches("(?s).*<[!@#].*|.*&(?!amp;|lt;|gt;).*")) {
                throw new AssertionError("Slack would read this as something else: " + text);
            }
            posts.add(text);
            say(exchange, 200, "ok");
        }
    }

    /** Its own words name the webhook, whose id is all that it takes to post. */
    private void mattermost(HttpExchange exchange, String path, JsonNode message) throws IOException {
        String text = message.path("text").asText("");
        String id = path.substring("/hooks/".length());
        if (text.isEmpty()) {
            refuse(exchange, "text", "No text specified for incoming webhook " + id + ".");
        } else if (!path.equals(MATTERMOST)) {
            refuse(exchange, "invalid", "Invalid webhook " + id + ".");
        } else {
            if (text.matches("(?s).*<![a-z]+>.*")) {
                throw new AssertionError("Mattermost would call everybody: " + text);
            }
            posts.add(text);
            say(exchange, 200, "ok");
        }
    }

    private static void refuse(HttpExchange exchange, String what, String words) throws IOException {
        answer(
                exchange,
                400,
                JSON.createObjectNode()
                        .put("id", "web.incoming_webhook." + what + ".app_error")
                        .put("message", words)
                        .put("status_code", 400)
                        .toString());
    }

    /** An empty message is posted like any other. */
    private void rocketChat(HttpExchange exchange, String path, String body) throws IOException {
        if (path.equals(ROCKET_CHAT.replace("/hooks/", "/hooks/info/"))) {
            answer(exchange, 200, "{\"success\": true}");
        } else if (!path.equals(ROCKET_CHAT)) {
            answer(exchange, 400, "{\"success\": false, \"error\": \"Invalid integration id or token provided.\"}");
        } else {
            posts.add(read(body).path("text").asText());
            answer(exchange, 200, "{\"success\": true}");
        }
    }

    private static JsonNode read(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            return JSON.missingNode();
        }
    }

    private static void say(HttpExchange exchange, int status, String word) throws IOException {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
