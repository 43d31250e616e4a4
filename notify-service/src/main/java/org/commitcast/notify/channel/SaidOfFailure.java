package org.commitcast.notify.channel;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.commitcast.guardedhttp.Answer;
import org.jspecify.annotations.Nullable;

/** What a platform says of a failure in its answer's body: in words, and when to come again. */
final class SaidOfFailure {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of("error_description", "description", "message", "error", "detail");
    /** What a proxy may repeat of a request: credentials in a header's form, and tokens in that of RFC 7519. */
    private static final Pattern TOKEN =
            Pattern.compile("(?i)\\b(?:bearer|basic)\\s+\\S+|\\beyJ[\\w-]+\\.[\\w-]+(?:\\.[\\w-]+)?");

    private static final int MOST_WORDS = 200;
    private static final int SHORTEST_SECRET = 16;
    private static final long LONGEST_SECONDS = Duration.ofDays(7).toSeconds();

    private final String text;
    private final @Nullable JsonNode document;

    SaidOfFailure(Answer.Answered answer) {
        this.text = answer.body().text();
        this.document = document(text);
    }

    private static @Nullable JsonNode document(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    /** In the platform's own words, cut; never those that a page consists of, nor the channel's secret. */
    Optional<String> words(ChannelSettings channel) {
        Optional<String> said = document == null
                ? Optional.of(text).filter(words -> !words.contains("<"))
                : WORDS.stream()
                        .map(document::path)
                        .filter(JsonNode::isTextual)
                        .map(JsonNode::asText)
                        .findFirst();
        return said.map(words -> words.replaceAll("[\\p{Cc}\\s]+", " ").strip())
                .filter(words -> !words.isEmpty())
                .map(words -> redacted(words, channel))
                .map(words -> words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) + "…" : words);
    }

    /** Without the secret, the address's path, and what of that may be a secret by itself, as Mattermost's ids are. */
    private static String redacted(String words, ChannelSettings channel) {
        String path = channel.url() == null ? null : channel.url().getRawPath();
        Stream<String> parts = path == null
                ? Stream.empty()
                : Arrays.stream(path.split("/")).filter(part -> part.length() >= SHORTEST_SECRET);
        String query = channel.url() == null ? null : channel.url().getRawQuery();
        String plain = Stream.concat(Stream.of(channel.secret(), path, query), parts)
                .filter(secret -> secret != null && secret.length() > 3)
                .reduce(words, (rest, secret) -> rest.replace(secret, "[…]"));
        return TOKEN.matcher(plain).replaceAll("[…]");
    }

    /**
     * As Discord ({@code retry_after}, seconds), Telegram ({@code parameters.retry_after}, seconds) and Matrix
     * ({@code retry_after_ms}) say it.
     *
     * @see <a href="https://discord.com/developers/docs/topics/rate-limits">Discord</a>
     * @see <a href="https://core.telegram.org/bots/api#responseparameters">Telegram</a>
     * @see <a href="https://spec.matrix.org/latest/client-server-api/#rate-limiting">Matrix</a>
     */
    Optional<Duration> after() {
        if (document == null) {
            return Optional.empty();
        }
        JsonNode millis = document.path("retry_after_ms");
        if (millis.isNumber()) {
            return Optional.of(ofSeconds(millis.asDouble() / 1000));
        }
        return Stream.of(
                        document.path("retry_after"),
                        document.path("parameters").path("retry_after"))
                .filter(JsonNode::isNumber)
                .map(seconds -> ofSeconds(seconds.asDouble()))
                .findFirst();
    }

    private static Duration ofSeconds(double seconds) {
        return Duration.ofMillis((long) Math.ceil(Math.max(0, Math.min(seconds, (double) LONGEST_SECONDS)) * 1000));
    }
}
