package org.commitcast.notify.channel.mastodon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;

/**
 * The calls that we make.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/statuses/">statuses</a>
 */
final class MastodonApi {
    private final ChannelHttp http;
    private final ObjectMapper json = new ObjectMapper();

    MastodonApi(ChannelHttp http) {
        this.http = http;
    }

    Answer post(ChannelSettings channel, String path, String idempotencyKey, Map<String, String> body) {
        byte[] bytes = write(body).getBytes(StandardCharsets.UTF_8);
        return http.send(authorised(GuardedRequest.post(address(channel, path), "application/json", bytes), channel)
                .with("Idempotency-Key", idempotencyKey));
    }

    Answer get(ChannelSettings channel, String path) {
        return http.send(authorised(GuardedRequest.get(address(channel, path)), channel));
    }

    /** A document that anybody may read. */
    Answer getPublic(ChannelSettings channel, String path) {
        return http.send(GuardedRequest.get(address(channel, path)));
    }

    /** The document of a success; empty for anything else, such as the page of a proxy. */
    Optional<JsonNode> document(Answer answer) {
        return answer.handle(
                answered -> {
                    if (answered.status() != 200 || !answered.body().complete()) {
                        return Optional.empty();
                    }
                    try {
                        return Optional.ofNullable(json.readTree(answered.body().text()));
                    } catch (JsonProcessingException e) {
                        return Optional.empty();
                    }
                },
                refused -> Optional.empty(),
                failed -> Optional.empty());
    }

    private static GuardedRequest authorised(GuardedRequest request, ChannelSettings channel) {
        return request.with("Authorization", "Bearer " + channel.requireSecret());
    }

    private static URI address(ChannelSettings channel, String path) {
        String base = channel.requireUrl().toString();
        return URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path);
    }

    private String write(Map<String, String> body) {
        try {
            return json.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts has a JSON form", e);
        }
    }
}
