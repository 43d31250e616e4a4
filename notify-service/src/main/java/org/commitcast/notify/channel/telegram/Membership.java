package org.commitcast.notify.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What a bot may do in a chat.
 *
 * @see <a href="https://core.telegram.org/bots/api#chatmember">ChatMember</a>
 */
final class Membership {
    private Membership() {}

    static boolean mayPost(JsonNode member, JsonNode chat) {
        boolean channel = chat.path("type").asText().equals("channel");
        return switch (member.path("status").asText()) {
            case "creator" -> true;
            // In groups an administrator may always write.
            case "administrator" -> !channel || member.path("can_post_messages").asBoolean();
            case "member" ->
                !channel && chat.path("permissions").path("can_send_messages").asBoolean(true);
            case "restricted" ->
                member.path("is_member").asBoolean()
                        && member.path("can_send_messages").asBoolean();
            default -> false;
        };
    }
}
