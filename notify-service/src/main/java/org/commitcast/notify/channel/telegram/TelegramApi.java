package org.commitcast.notify.channel.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commitcast.guardedhttp.Answer;
import org.commitcast.guardedhttp.GuardedRequest;
import org.commitcast.notify.channel.ChannelHttp;
import org.commitcast.notify.channel.ChannelSettings;
import org.commitcast.notify.channel.Outcome;

/**
 * Calls of the Bot API. The token is part of each address, which therefore is shown nowhere.
 *
 * @see <a href="https://core.telegram.org/bots/api#making-requests">Making requests</a>
 */
final class TelegramApi {
    private static final URI OFFICIAL = URI.create("https://api.telegram.org");
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY = 429;

    /** The token was revoked or is none; the bot was removed or blocked. */
    private static final Set<Integer> ENDS = Set.of(401, 403, 404);

    /** What has the status of a wrong request and still has to do with the chat, not with the text. */
    private static final Pattern CHAT_IS_CLOSED = Pattern.compile(
            "(?i)chat not found|not enough rights|need administrator rights|CHAT_WRITE_FORBIDDEN|"
                    + "message thread not found|TOPIC_CLOSED|TOPIC_DELETED|group chat was deleted|group is deactivated");

    private final ChannelHttp http;

    TelegramApi(ChannelHttp http) {
        this.http = http;
    }

    /** Calls a method. The answer has the status that its body tells: Telegram may say 200 and mean 429. */
    Answer call(ChannelSettings channel, String method, ObjectNode parameters) {
        byte[] body = parameters.toString().getBytes(StandardCharsets.UTF_8);
        return meant(http.send(GuardedRequest.post(address(channel, method), "application/json", body)));
    }

    /** What became of a call that did not succeed; empty where it did. */
    Optional<Outcome> failure(ChannelSettings channel, Answer answer) {
        return http.failure(channel, answer).map(failure -> isEnd(answer) ? failure.asEnd() : failure);
    }

    /** What a successful call returned; empty where the answer is not one of Telegram. */
    Optional<JsonNode> result(Answer answer) {
        return http.document(answer)
                .filter(said -> said.path("ok").asBoolean())
                .map(said -> said.path("result"))
                .filter(JsonNode::isObject);
    }

    /** Where a group went that was made a supergroup; empty where the call did not fail for that. */
    Optional<String> movedTo(Answer answer) {
        return http.document(answer)
                .map(said -> said.path("parameters").path("migrate_to_chat_id"))
                .filter(JsonNode::isIntegralNumber)
                .map(JsonNode::asText);
    }

    private Answer meant(Answer answer) {
        Optional<Integer> status = http.document(answer)
                .filter(said -> said.path("ok").isBoolean() && !said.get("ok").asBoolean())
                .map(TelegramApi::status);
        return answer.<Answer>handle(
                answered -> answered.status() == 200 && status.isPresent()
                        ? new Answer.Answered(status.get(), answered.headers(), answered.body(), answered.url())
                        : answered,
                refused -> refused,
                failed -> failed);
    }

    private static int status(JsonNode said) {
        int ifNotSaid = said.path("parameters").has("retry_after") ? TOO_MANY : BAD_REQUEST;
        int code = said.path("error_code").asInt(ifNotSaid);
        return code >= BAD_REQUEST && code < 600 ? code : ifNotSaid;
    }

    private boolean isEnd(Answer answer) {
        Optional<JsonNode> said = http.document(answer).filter(document -> document.has("ok"));
        return answer.handle(
                answered -> said.filter(words -> ENDS.contains(answered.status())
                                || (answered.status() == BAD_REQUEST
                                        && CHAT_IS_CLOSED
                                                .matcher(words.path("description")
                                                        .asText())
                                                .find()))
                        .isPresent(),
                refused -> false,
                failed -> false);
    }

    private static URI address(ChannelSettings channel, String method) {
        URI url = channel.url();
        String base = (url == null ? OFFICIAL : url).toString().replaceFirst("/+$", "");
        return URI.create(base + "/bot" + channel.requireSecret() + "/" + method);
    }
}
