package org.commitcast.notify;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Refuses what Telegram refuses of a bot: another token, a chat that it does not know or has left, HTML that it does not
 * know, no text, more than 4096 of it when the markup is taken away.
 */
public final class TelegramStandIn extends StandIn {
    public static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    public static final String CHAT = "@lathetalk";
    public static final long NUMBER = -1001234567890L;

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern KNOWN_TAG = Pattern.compile("</?(?:b|i|u|s|code|pre|a)(?: href=\"[^\"]*\")?>");
    private static final Pattern ENTITY = Pattern.compile("&(?:lt|gt|amp|quot);");

    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    private volatile boolean kicked;
    private volatile boolean migrated;
    private volatile String status = "administrator";
    private volatile boolean mayPost = true;

    public List<String> posts() {
        return messages.stream().map(message -> message.path("text").asText()).toList();
    }

    /** Method, path and body of each request, oldest first. */
    public List<String> requests() {
        return requests;
    }

    /** Somebody removes the bot from the chat. */
    public void kick() {
        kicked = true;
    }

    /** The group becomes a supergroup, with {@link #NUMBER}. */
    public void migrate() {
        migrated = true;
    }

    /** What the bot is in the chat from now on, and whether it may post there as an administrator. */
    public void botIs(String member, boolean allowed) {
        status = member;
        mayPost = allowed;
    }

    /** The next message is taken, but its answer never arrives. */
    public void nextLosesItsAnswer() {
        next(exchange -> {
            sent(JSON.readTree(body(exchange)));
            exchange.close();
        });
    }

    @Override
    void usual(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = body(exchange);
        requests.add(exchange.getRequestMethod() + " " + path + "\n" + body);
        if (!path.matches("/bot[0-9]+:[^/]+/[A-Za-z]+")) {
            fail(exchange, 404, "Not Found");
        } else if (!path.startsWith("/bot" + TOKEN + "/")) {
            fail(exchange, 401, "Unauthorized");
        } else if (!String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"))
                .startsWith("application/json")) {
            fail(exchange, 400, "Bad Request: message text is empty");
        } else {
            call(exchange, path.substring(path.lastIndexOf('/') + 1), JSON.readTree(body));
        }
    }

    private void call(HttpExchange exchange, String method, JsonNode parameters) throws IOException {
        JsonNode chat = parameters.path("chat_id");
        boolean known = chat.asText().equals(CHAT) || (chat.isNumber() && chat.asLong() == NUMBER);
        boolean group = chat.isNumber() && chat.asLong() == -42;
        if (method.equals("getMe")) {
            succeed(exchange, JSON.readTree("{\"id\": 110201543, \"is_bot\": true, \"username\": \"lathe_bot\"}"));
        } else if (!known && !group) {
            fail(exchange, 400, "Bad Request: chat not found");
        } else if (group && migrated) {
            answer(
                    exchange,
                    400,
                    "{\"ok\": false, \"error_code\": 400, \"description\": \"Bad Request: group chat was upgraded to a"
                            + " supergroup chat\", \"parameters\": {\"migrate_to_chat_id\": " + NUMBER + "}}");
        } else if (method.equals("getChat")) {
            succeed(exchange, chat(chat.isTextual()));
        } else if (method.equals("getChatMember")) {
            succeed(
                    exchange,
                    JSON.createObjectNode()
                            .put("status", kicked ? "kicked" : status)
                            .put("can_post_messages", mayPost));
        } else if (kicked) {
            fail(exchange, 403, "Forbidden: bot was kicked from the channel chat");
        } else {
            send(exchange, parameters);
        }
    }

    private void send(HttpExchange exchange, JsonNode parameters) throws IOException {
        String text = parameters.path("text").asText();
        String markedUp = KNOWN_TAG.matcher(text).replaceAll("");
        String shown = ENTITY.matcher(markedUp).replaceAll("x");
        if (text.isBlank()) {
            fail(exchange, 400, "Bad Request: message text is empty");
        } else if (!parameters.path("parse_mode").asText().equals("HTML") || markedUp.contains("<")) {
            fail(exchange, 400, "Bad Request: can't parse entities: Unsupported start tag at byte offset 0");
        } else if (shown.length() > 4096) {
            fail(exchange, 400, "Bad Request: message is too long");
        } else {
            succeed(exchange, sent(parameters));
        }
    }

    private ObjectNode sent(JsonNode parameters) {
        messages.add(parameters);
        ObjectNode message = JSON.createObjectNode().put("message_id", 5000 + messages.size());
        message.set("chat", chat(parameters.path("chat_id").isTextual()));
        return message;
    }

    /** A chat that is asked for by its name has one. */
    private static ObjectNode chat(boolean named) {
        ObjectNode chat = JSON.createObjectNode().put("id", NUMBER).put("type", "channel");
        return named ? chat.put("username", CHAT.substring(1)) : chat;
    }

    private static void succeed(HttpExchange exchange, JsonNode result) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("ok", true);
        answer.set("result", result);
        answer(exchange, 200, answer.toString());
    }

    private static void fail(HttpExchange exchange, int code, String description) throws IOException {
        ObjectNode answer = JSON.createObjectNode().put("ok", false);
        answer(
                exchange,
                code,
                answer.put("error_code", code).put("description", description).toString());
    }
}
