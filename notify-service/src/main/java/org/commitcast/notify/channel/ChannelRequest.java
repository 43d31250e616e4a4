package org.commitcast.notify.channel;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A channel's definition as a client writes it.
 *
 * @param sites a list of names, or {@code "all"}
 * @param maintainers whether it is private to them
 * @param secret, token two names of the same: write-only, kept where absent
 * @param settings those that only its type has
 */
record ChannelRequest(
        @Nullable String type,
        @Nullable JsonNode sites,
        @Nullable String url,
        @Nullable String secret,
        @Nullable String token,
        @Nullable Templates templates,
        @Nullable String visibility,
        @Nullable Map<String, String> settings,
        @Nullable Boolean paused,
        @Nullable Boolean maintainers) {

    Map<String, String> anySettings() {
        Map<String, String> given = new TreeMap<>(settings == null ? Map.of() : settings);
        given.values().removeIf(value -> value == null || value.isBlank());
        return given;
    }

    @Nullable String anySecret() {
        return secret == null ? token : secret;
    }

    @Override
    public String toString() {
        return type + " channel";
    }
}
