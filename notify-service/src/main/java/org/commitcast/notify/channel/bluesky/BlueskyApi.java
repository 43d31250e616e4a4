package org.commitcast.notify.channel.bluesky;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/**
 * The calls that we make.
 *
 * @see <a href="https://docs.bsky.app/docs/api/com-atproto-server-create-session">createSession</a>
 * @see <a href="https://docs.bsky.app/docs/api/com-atproto-repo-put-record">putRecord</a>
 */
final class BlueskyApi {
    static final String HANDLE = "handle";
    private static final String DEFAULT_SERVER = "https://bsky.social";
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration TO_POST = Duration.ofSeconds(6);
    private static final Duration TO_UPLOAD_AND_POST = Duration.ofSeconds(9);

    private final ChannelHttp http;
    private final ObjectMapper json = new ObjectMapper();

    BlueskyApi(ChannelHttp http) {
        this.http = http;
    }

    Calls calls() {
        return new Calls(http);
    }

    Answer createSession(ChannelSettings channel, Calls calls) {
        String login = json.createObjectNode()
                .put("identifier", channel.requireSetting(HANDLE).replaceFirst("^@", ""))
                .put("password", channel.requireSecret())
                .toString();
        return calls.send(post(channel, "com.atproto.server.createSession", login), TO_UPLOAD_AND_POST, MOST_BYTES);
    }

    Answer refreshSession(ChannelSettings channel, Session session, Calls calls) {
        return calls.send(
                GuardedRequest.post(
                                address(channel, "com.atproto.server.refreshSession"), "application/json", new byte[0])
                        .with("Authorization", "Bearer " + session.refresh()),
                TO_UPLOAD_AND_POST.plusSeconds(3),
                MOST_BYTES);
    }

    /** Somebody else's picture: read without the account's name. */
    Answer image(URI url, int mostBytes, Calls calls) {
        return calls.getForContent(url, TO_UPLOAD_AND_POST, mostBytes);
    }

    Answer uploadBlob(ChannelSettings channel, Session session, String type, byte[] bytes, Calls calls) {
        return calls.send(
                GuardedRequest.post(address(channel, "com.atproto.repo.uploadBlob"), type, bytes)
                        .with("Authorization", "Bearer " + session.access()),
                TO_POST,
                MOST_BYTES);
    }

    /** Puts a record at a place, also where it is already. */
    Answer putRecord(ChannelSettings channel, Session session, String key, ObjectNode post, Calls calls) {
        ObjectNode put = json.createObjectNode()
                .put("repo", session.did())
                .put("collection", "app.bsky.feed.post")
                .put("rkey", key);
        put.set("record", post);
        return calls.send(
                post(channel, "com.atproto.repo.putRecord", put.toString())
                        .with("Authorization", "Bearer " + session.access()),
                Duration.ZERO,
                MOST_BYTES);
    }

    Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        return http.failure(channel, answer);
    }

    /** Whether the session has ended before its time. */
    boolean isSessionOver(Answer answer) {
        return answer.handle(
                answered -> answered.status() == 401
                        || (answered.status() == 400
                                && read(answered.body().text())
                                        .filter(said ->
                                                said.path("error").asText().endsWith("Token"))
                                        .isPresent()),
                refused -> false,
                failed -> false);
    }

    /** The document of a success; empty for anything else. */
    Optional<JsonNode> document(Answer answer) {
        return answer.handle(
                answered -> answered.status() == 200 && answered.body().complete()
                        ? read(answered.body().text())
                        : Optional.empty(),
                refused -> Optional.empty(),
                failed -> Optional.empty());
    }

    private Optional<JsonNode> read(String text) {
        try {
            return Optional.ofNullable(json.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static GuardedRequest post(ChannelSettings channel, String method, String body) {
        return GuardedRequest.post(address(channel, method), "application/json", body.getBytes(StandardCharsets.UTF_8));
    }

    private static URI address(ChannelSettings channel, String method) {
        String base = channel.url() == null ? DEFAULT_SERVER : channel.url().toString();
        return URI.create(base.replaceFirst("/+$", "") + "/xrpc/" + method);
    }
}
