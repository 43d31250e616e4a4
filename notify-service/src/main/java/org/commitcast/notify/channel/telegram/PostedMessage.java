package org.commitcast.notify.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A message as Telegram returns it.
 *
 * @see <a href="https://core.telegram.org/api/links#message-links">Message links</a>
 */
record PostedMessage(JsonNode message) {
    private static final String SUPERGROUP = "-100";

    /** The chat's number and the message's, which counts within the chat only. */
    String id() {
        return chat().path("id").asText() + "/" + number();
    }

    /** For everybody, or else for members; absent in small groups and with people, where messages have none. */
    @Nullable String address() {
        String id = chat().path("id").asText();
        if (chat().path("type").asText().equals("private")) {
            return null;
        }
        if (chat().path("username").isTextual()) {
            return "https://t.me/" + chat().path("username").asText() + "/" + number();
        }
        return id.startsWith(SUPERGROUP)
                ? "https://t.me/c/" + id.substring(SUPERGROUP.length()) + "/" + number()
                : null;
    }

    private JsonNode chat() {
        return message.path("chat");
    }

    private String number() {
        return message.path("message_id").asText();
    }
}
