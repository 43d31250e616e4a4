package org.commitcast.notify.channel.mastodon;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commitcast.announcementtext.TextLimit;
import org.commitcast.notify.channel.ChannelSettings;

/**
 * What each server takes, asked once a day.
 *
 * @see <a href="https://docs.joinmastodon.org/methods/instance/#v2">instance</a>
 */
final class InstanceLimits {
    private static final long FRESH = Duration.ofDays(1).toNanos();
    private static final long RETRY = Duration.ofMinutes(10).toNanos();

    private final MastodonApi api;
    private final Map<URI, Asked> asked = new ConcurrentHashMap<>();

    private record Asked(TextLimit limit, long until) {}

    InstanceLimits(MastodonApi api) {
        this.api = api;
    }

    TextLimit of(ChannelSettings channel) {
        Asked known = asked.get(channel.requireUrl());
        if (known == null || System.nanoTime() - known.until() >= 0) {
            // Not within the map's own lock: a slow server must not delay the channels of others.
            known = ask(channel);
            asked.put(channel.requireUrl(), known);
        }
        return known.limit();
    }

    private Asked ask(ChannelSettings channel) {
        return api.document(api.getPublic(channel, "/api/v2/instance"))
                .map(instance -> instance.path("configuration").path("statuses"))
                .filter(statuses -> statuses.path("max_characters").asInt() > 0)
                .map(statuses -> new Asked(limit(statuses), System.nanoTime() + FRESH))
                .orElseGet(() -> new Asked(TextLimit.MASTODON, System.nanoTime() + RETRY));
    }

    private static TextLimit limit(JsonNode statuses) {
        int perUrl = statuses.path("characters_reserved_per_url").asInt(TextLimit.MASTODON.perUrl());
        return TextLimit.characters(statuses.get("max_characters").asInt()).withUrlsOf(Math.max(0, perUrl));
    }
}
