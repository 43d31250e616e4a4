package org.commitcast.notify.channel.matrix;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/**
 * Calls of the client-server API.
 *
 * @see <a href="https://spec.matrix.org/latest/client-server-api/">Client-Server API</a>
 */
final class MatrixApi {
    private static final String BASE = "/_matrix/client/v3";

    /** The account or the room is closed to us: all that follows would be refused as well. */
    private static final Set<String> ENDS = Set.of(
            "M_UNKNOWN_TOKEN",
            "M_MISSING_TOKEN",
            "M_FORBIDDEN",
            "M_NOT_FOUND",
            "M_USER_DEACTIVATED",
            "M_USER_LOCKED",
            "M_USER_SUSPENDED",
            "M_CONSENT_NOT_GIVEN");

    private static final Duration TO_FIND_A_ROOM = Duration.ofSeconds(5);
    private static final int MOST_BYTES = 64 * 1024;

    private final ChannelHttp http;

    MatrixApi(ChannelHttp http) {
        this.http = http;
    }

    Answer get(ChannelSettings channel, String path) {
        return http.send(authorised(GuardedRequest.get(address(channel, path)), channel));
    }

    /** The id of a room, before something is sent to it: both calls together are within an attempt's lease. */
    Answer getRoom(ChannelSettings channel, String alias) {
        return http.send(
                authorised(GuardedRequest.get(address(channel, "/directory/room/" + encoded(alias))), channel),
                TO_FIND_A_ROOM,
                MOST_BYTES);
    }

    Answer put(ChannelSettings channel, String path, ObjectNode body) {
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return http.send(
                authorised(GuardedRequest.sending("PUT", address(channel, path), "application/json", bytes), channel));
    }

    /** What became of a call that did not succeed; empty where it did. */
    Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        boolean end = http.document(answer)
                .filter(said -> ENDS.contains(said.path("errcode").asText()))
                .isPresent();
        return http.failure(channel, answer).map(failure -> end ? failure.asEnd() : failure);
    }

    /** The document of a success; empty for anything else, such as the page of a proxy. */
    Optional<JsonNode> document(ChannelSettings channel, Answer answer) {
        return http.failure(channel, answer).isPresent() ? Optional.empty() : http.document(answer);
    }

    /** The account whose token it is. */
    Optional<String> account(ChannelSettings channel, Answer whoami) {
        return document(channel, whoami)
                .map(document -> document.path("user_id").asText(""))
                .filter(user -> user.startsWith("@"));
    }

    Answer whoami(ChannelSettings channel) {
        return get(channel, "/account/whoami");
    }

    /** As part of a path or query. */
    static String encoded(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static GuardedRequest authorised(GuardedRequest request, ChannelSettings channel) {
        return request.with("Authorization", "Bearer " + channel.requireSecret());
    }

    private static URI address(ChannelSettings channel, String path) {
        return URI.create(channel.requireUrl().toString().replaceFirst("/+$", "") + BASE + path);
    }
}
