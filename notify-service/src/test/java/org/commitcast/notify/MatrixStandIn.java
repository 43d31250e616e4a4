package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Refuses what a homeserver refuses: another token, a room that the account is not in, an event that is too large; knows
 * repetitions by their transaction's id. A message without {@code m.mentions} is a fault of ours: older rules apply then.
 */
public final class MatrixStandIn extends StandIn {
    public static final String TOKEN = "syt_bGF0aGU_s3cretAccessToken_1x";
    public static final String ALIAS = "#lathe:matrix.example";
    public static final String ROOM = "!OGEhHVWSdvArJzumhm:matrix.example";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "/_matrix/client/v3";

    private final Map<String, String> transactions = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<ObjectNode> events = new CopyOnWriteArrayList<>();
    private volatile boolean joined = true;
    private volatile int aliasStatus = 200;

    /** The texts of our messages, oldest first. */
    public List<String> posts() {
        return events.stream()
                .filter(event -> event.path("sender").asText().startsWith("@lathe:"))
                .map(event -> event.path("content").path("body").asText())
                .toList();
    }

    /** Method, path with query, and body of each request, oldest first. */
    public List<String> requests() {
        return requests;
    }

    /** Somebody removes the account from the room. */
    public void kick() {
        joined = false;
    }

    /** Who asks for an alias gets this status, or no answer at all where it is 0. */
    public void aliasesFail(int status) {
        aliasStatus = status;
    }

    /** The server is restarted, or half an hour passes. */
    public void forgetTransactions() {
        transactions.clear();
    }

    /** Others and we say so much in the room, each time one after the other. */
    public void say(int messages) {
        for (int i = 0; i < messages; i++) {
            events.add(event("@somebody:matrix.example", JSON.createObjectNode().put("body", "chatter")));
            events.add(event("@lathe:matrix.example", JSON.createObjectNode().put("body", "something else")));
        }
    }

    /** The next message is taken, but its answer never arrives. */
    public void nextLosesItsAnswer() {
        next(exchange -> {
            send(path(exchange), JSON.readTree(body(exchange)));
            exchange.close();
        });
    }

    /** The next message goes down with its connection. */
    public void nextIsLost() {
        next(HttpExchange::close);
    }

    @Override
    boolean interceptable(HttpExchange exchange) {
        return exchange.getRequestMethod().equals("PUT");
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String body = body(exchange);
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI() + (body.isEmpty() ? "" : "\n" + body));
        String path = path(exchange);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            fail(exchange, 401, "M_UNKNOWN_TOKEN", "Invalid access token passed.");
        } else if (path.equals("/account/whoami")) {
            answer(exchange, 200, "{\"user_id\": \"@lathe:matrix.example\", \"device_id\": \"ABC\"}");
        } else if (path.equals("/joined_rooms")) {
            answer(exchange, 200, "{\"joined_rooms\": [" + (joined ? "\"" + ROOM + "\"" : "") + "]}");
        } else if (path.startsWith("/directory/room/") && aliasStatus == 0) {
            exchange.close();
        } else if (path.startsWith("/directory/room/") && aliasStatus != 200) {
            answer(exchange, aliasStatus, "{}");
        } else if (path.equals("/directory/room/" + ALIAS)) {
            answer(exchange, 200, "{\"room_id\": \"" + ROOM + "\", \"servers\": [\"matrix.example\"]}");
        } else if (path.startsWith("/directory/room/")) {
            fail(exchange, 404, "M_NOT_FOUND", "Room alias not found");
        } else if (!joined || !path.startsWith("/rooms/" + ROOM + "/")) {
            fail(exchange, 403, "M_FORBIDDEN", "User @lathe:matrix.example not in room");
        } else if (path.endsWith("/messages")) {
            answer(exchange, 200, messages(query(exchange)).toString());
        } else if (body.getBytes(StandardCharsets.UTF_8).length > 65_536 - 1_000) {
            fail(exchange, 413, "M_TOO_LARGE", "event too large");
        } else {
            answer(exchange, 200, "{\"event_id\": \"" + send(path, JSON.readTree(body)) + "\"}");
        }
    }

    private String send(String path, JsonNode content) {
        if (!content.path("m.mentions").isObject()
                || !content.path("m.mentions").isEmpty()) {
            throw new AssertionError("clients would look in the text for people to call");
        }
        return transactions.computeIfAbsent(path, transaction -> {
            ObjectNode event = event("@lathe:matrix.example", content);
            events.add(event);
            return event.get("event_id").asText();
        });
    }

    private ObjectNode event(String sender, JsonNode content) {
        ObjectNode event = JSON.createObjectNode()
                .put("type", "m.room.message")
                .put("sender", sender)
                .put("event_id", "$event" + (events.size() + 1))
                .put("origin_server_ts", System.currentTimeMillis());
        event.set("content", content);
        return event;
    }

    private ObjectNode messages(Map<String, String> query) throws IOException {
        if (!"b".equals(query.get("dir"))) {
            throw new AssertionError("the newest come first only backwards");
        }
        JsonNode senders = JSON.readTree(query.get("filter")).path("senders");
        List<ObjectNode> wanted = events.stream()
                .filter(event -> event.get("sender").equals(senders.path(0)))
                .toList();
        int from =
                wanted.size() - Integer.parseInt(query.getOrDefault("from", "0").replace("t", ""));
        int to = Math.max(0, from - Integer.parseInt(query.get("limit")));
        ObjectNode page = JSON.createObjectNode().put("start", "t0");
        ArrayNode chunk = page.putArray("chunk");
        for (int i = from - 1; i >= to; i--) {
            chunk.add(wanted.get(i));
        }
        return to > 0 ? page.put("end", "t" + (wanted.size() - to)) : page;
    }

    private static String path(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceFirst("^" + BASE, "");
    }

    private static void fail(HttpExchange exchange, int status, String code, String words) throws IOException {
        answer(
                exchange,
                status,
                JSON.createObjectNode().put("errcode", code).put("error", words).toString());
    }
}
