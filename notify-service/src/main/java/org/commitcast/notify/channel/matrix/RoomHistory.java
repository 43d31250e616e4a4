package org.commitcast.notify.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.LookUp;

/**
 * Searches a room's messages of ours, newest first, for an announcement's key.
 *
 * @see <a href="https://spec.matrix.org/latest/client-server-api/#get_matrixclientv3roomsroomidmessages">messages</a>
 */
final class RoomHistory {
    private static final int MOST_PAGES = 10;
    private static final int PAGE = 20;

    /** Clocks differ. */
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final MatrixApi api;
    private final ObjectMapper json = new ObjectMapper();

    RoomHistory(MatrixApi api) {
        this.api = api;
    }

    LookUp find(ChannelSettings channel, String room, Announcement announcement) {
        Optional<String> account = api.account(channel, api.whoami(channel));
        if (account.isEmpty()) {
            return new LookUp.Unclear("the room's messages cannot be read");
        }
        String path = "/rooms/" + MatrixApi.encoded(room) + "/messages?dir=b&limit=" + PAGE + "&filter="
                + MatrixApi.encoded(filter(account.get()).toString());
        long since = announcement.firstSendingAt().minus(TOLERANCE).toEpochMilli();
        String from = "";
        for (int page = 0; page < MOST_PAGES; page++) {
            Optional<JsonNode> messages = api.document(channel, api.get(channel, path + from))
                    .filter(document -> document.path("chunk").isArray());
            if (messages.isEmpty()) {
                return new LookUp.Unclear("the room's messages cannot be read");
            }
            for (JsonNode event : messages.get().get("chunk")) {
                if (event.path("content").path(MatrixMessage.KEY).asText().equals(announcement.key())) {
                    String id = event.path("event_id").asText();
                    return new LookUp.Found(id, RoomLink.to(room, id));
                }
                if (event.path("origin_server_ts").asLong(Long.MAX_VALUE) < since) {
                    return new LookUp.Absent();
                }
            }
            JsonNode end = messages.get().path("end");
            if (!end.isTextual()) {
                return new LookUp.Absent();
            }
            from = "&from=" + MatrixApi.encoded(end.asText());
        }
        return new LookUp.Unclear("the room has too many newer messages");
    }

    private ObjectNode filter(String account) {
        ObjectNode filter = json.createObjectNode();
        filter.putArray("types").add("m.room.message");
        filter.putArray("senders").add(account);
        return filter;
    }
}
