package org.commitcast.notify.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.commitcast.announcementtext.TextForm;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.Announcement;
import org.commitcast.notify.channel.Announcer;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.LookUp;
import org.commitcast.notify.channel.Outcome;
import org.commitcast.notify.channel.Setting;

/** Sends messages to a room of Matrix. The announcement's key is the transaction's id, so a repetition is recognised. */
@ApplicationScoped
class MatrixAnnouncer implements Announcer {
    /**
     * An event is at most 65,536 bytes. It holds the text twice, in HTML at most five times as long, and what servers add.
     *
     * @see <a href="https://spec.matrix.org/latest/client-server-api/#size-limits">Size limits</a>
     */
    private static final TextForm FORM =
            TextForm.plain(TextLimit.utf16(Integer.MAX_VALUE).withinBytes(8_000));

    private static final List<Setting> SETTINGS = List.of(
            Setting.needed("room", "where to post: a room's id or alias, such as #lathe:matrix.example"),
            Setting.optional("notice", "true: posts are notices, by which most clients notify nobody"));

    private final MatrixApi api;
    private final Rooms rooms;
    private final RoomHistory history;

    MatrixAnnouncer(ChannelHttp http) {
        this.api = new MatrixApi(http);
        this.rooms = new Rooms(api);
        this.history = new RoomHistory(api);
    }

    @Override
    public String type() {
        return "matrix";
    }

    @Override
    public List<Setting> settings() {
        return SETTINGS;
    }

    @Override
    public TextForm form(ChannelSettings channel) {
        return FORM;
    }

    /**
     * The specification sets no time. Dendrite, like Synapse's answers in memory, keeps transactions for 30 to 60 minutes;
     * Synapse knows their events for a day.
     *
     * @see <a href="https://spec.matrix.org/latest/client-server-api/#transaction-identifiers">Transaction identifiers</a>
     */
    @Override
    public Duration keyLifetime() {
        return Duration.ofMinutes(30);
    }

    @Override
    public Outcome announce(ChannelSettings channel, Announcement announcement) {
        return rooms.find(channel, room -> send(channel, room, announcement), failure -> failure);
    }

    private Outcome send(ChannelSettings channel, String room, Announcement announcement) {
        Answer answer = api.put(
                channel,
                "/rooms/" + MatrixApi.encoded(room) + "/send/m.room.message/" + MatrixApi.encoded(announcement.key()),
                MatrixMessage.of(channel, announcement));
        return api.failure(channel, answer).orElseGet(() -> api.document(channel, answer)
                .map(document -> document.path("event_id").asText(""))
                .filter(event -> event.startsWith("$"))
                .<Outcome>map(event -> new Outcome.Delivered(event, RoomLink.to(room, event)))
                .orElseGet(() -> new Outcome.Unknown("the answer is not an event of Matrix")));
    }

    @Override
    public boolean canLookUp() {
        return true;
    }

    @Override
    public LookUp lookUp(ChannelSettings channel, Announcement announcement) {
        return rooms.find(
                channel,
                room -> history.find(channel, room, announcement),
                failure -> new LookUp.Unclear("the room cannot be found by its alias"));
    }

    /** Looks whose token it is and whether that account is in the room. */
    @Override
    public Outcome test(ChannelSettings channel) {
        Answer whoami = api.whoami(channel);
        return api.failure(channel, whoami).orElseGet(() -> api.account(channel, whoami)
                .map(account -> rooms.find(channel, room -> membership(channel, room, account), failure -> failure))
                .orElseGet(() -> new Outcome.Rejected("the address is not one of a Matrix server", false)));
    }

    private Outcome membership(ChannelSettings channel, String room, String account) {
        Answer answer = api.get(channel, "/joined_rooms");
        Optional<JsonNode> joined = api.document(channel, answer).map(document -> document.path("joined_rooms"));
        return api.failure(channel, answer).orElseGet(() -> joined.filter(rooms -> contains(rooms, room))
                .<Outcome>map(rooms -> new Outcome.Delivered(account, RoomLink.to(room)))
                .orElseGet(() -> new Outcome.Rejected(
                        account + " is not in the room: invite it, and accept the invitation with that account",
                        false)));
    }

    private static boolean contains(JsonNode rooms, String room) {
        return StreamSupport.stream(rooms.spliterator(), false)
                .anyMatch(joined -> joined.asText().equals(room));
    }

    @Override
    public List<String> complaints(ChannelSettings channel) {
        List<String> complaints = new ArrayList<>();
        if (channel.url() == null) {
            complaints.add("url is needed: the homeserver's address, such as https://matrix.example");
        }
        if (channel.secret() == null || !channel.secret().matches("[\\x21-\\x7e]+")) {
            complaints.add("token is needed: the access token of the account that posts");
        }
        if (channel.setting("room")
                .filter(room -> !room.matches("![^\\s:]+(:\\S+)?|#[^\\s:]+:\\S+"))
                .isPresent()) {
            complaints.add("settings.room must be a room's id or alias: !abc:matrix.example, #lathe:matrix.example");
        }
        if (channel.setting("notice")
                .filter(notice -> !notice.matches("true|false"))
                .isPresent()) {
            complaints.add("settings.notice must be true or false");
        }
        return complaints;
    }
}
