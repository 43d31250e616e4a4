package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Refuses what Discord refuses of a webhook: another token, no content, more than 2000 of it, callings in the wild. */
public final class DiscordStandIn extends StandIn {
    public static final String PATH = "/api/webhooks/1199/s3cret-T0ken_x";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private volatile boolean deleted;

    /** The webhook's address. */
    public String webhook() {
        return url() + PATH;
    }

    public List<String> posts() {
        return messages.stream()
                .map(message -> message.path("content").asText())
                .toList();
    }

    /** Somebody deletes the webhook at Discord. */
    public void delete() {
        deleted = true;
    }

    /** The next message is taken, but its answer never arrives. */
    public void nextLosesItsAnswer() {
        next(exchange -> {
            post(exchange);
            exchange.close();
        });
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        if (deleted || !exchange.getRequestURI().getPath().equals(PATH)) {
            answer(exchange, 404, "{\"message\": \"Unknown Webhook\", \"code\": 10015}");
        } else if (exchange.getRequestMethod().equals("GET")) {
            answer(exchange, 200, "{\"id\": \"1199\", \"type\": 1, \"channel_id\": \"42\", \"guild_id\": \"7\"}");
        } else if (!String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .startsWith("application/json")) {
            answer(exchange, 415, "{\"message\": \"415: Unsupported Media Type\", \"code\": 0}");
        } else {
            ObjectNode message = post(exchange);
            if (message.has("code")) {
                answer(exchange, 400, message.toString());
            } else if ("true".equals(query(exchange).get("wait"))) {
                answer(exchange, 200, message.toString());
            } else {
                answer(exchange, 204, "");
            }
        }
    }

    private ObjectNode post(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(body(exchange));
        String content = message.path("content").asText("");
        if (content.isBlank()) {
            return refusal(50006, "Cannot send an empty message");
        }
        if (content.length() > 2000) {
            return refusal(50035, "Invalid Form Body");
        }
        if (!message.path("allowed_mentions").path("parse").isArray()
                || !message.path("allowed_mentions").path("parse").isEmpty()) {
            throw new AssertionError("Discord would call everybody whom the text names");
        }
        messages.add(message);
        return JSON.createObjectNode()
                .put("id", String.valueOf(5000 + messages.size()))
                .put("channel_id", "42")
                .put("content", content);
    }

    private static ObjectNode refusal(int code, String words) {
        return JSON.createObjectNode().put("message", words).put("code", code);
    }
}
