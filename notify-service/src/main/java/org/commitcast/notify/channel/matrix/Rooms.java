package org.commitcast.notify.channel.matrix;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/**
 * The ids of rooms. An alias is asked for and its id kept for an hour, because it may come to mean another room; a
 * repetition follows sooner, so it goes where the first attempt went.
 */
final class Rooms {
    private static final long FRESH = Duration.ofHours(1).toNanos();

    private final MatrixApi api;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(String id, long until) {}

    Rooms(MatrixApi api) {
        this.api = api;
    }

    /** What is done with the id of the channel's room, or with why it is not known: nothing has been sent then. */
    <T> T find(ChannelSettings channel, Function<String, T> found, Function<Outcome, T> unknown) {
        String room = channel.requireSetting("room");
        if (room.startsWith("!")) {
            return found.apply(room);
        }
        String alias = channel.requireUrl() + " " + room;
        Known kept = known.get(alias);
        if (kept != null && System.nanoTime() - kept.until() < 0) {
            return found.apply(kept.id());
        }
        Answer answer = api.getRoom(channel, room);
        Optional<String> id = api.document(channel, answer)
                .map(document -> document.path("room_id").asText(""))
                .filter(text -> text.startsWith("!"));
        id.ifPresent(text -> known.put(alias, new Known(text, System.nanoTime() + FRESH)));
        return id.map(found)
                .orElseGet(() -> unknown.apply(unsent(api.failure(channel, answer)
                        .orElseGet(() -> new Outcome.Rejected("the address is not one of a Matrix server", false)))));
    }

    private static Outcome unsent(Outcome failure) {
        return failure.handle(new Outcome.Cases<>(
                delivered -> delivered,
                later -> new Outcome.RetryLater(later.reason(), later.after(), false),
                rejected -> rejected,
                unknown -> new Outcome.RetryLater(unknown.reason(), null, false)));
    }
}
