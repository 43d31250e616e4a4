package org.commitcast.notify.channel;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A channel as clients see it.
 *
 * @param sites names, or {@code "all"}
 * @param hasSecret whether one is stored; it is never shown
 * @param url only the server where the address is a secret
 * @param settings those that only its type has
 * @param maintainers whether it is private to them, and nothing is announced on it
 * @param announcesFrom since when each site's items are announced
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChannelView(
        String channel,
        String type,
        Object sites,
        @Nullable String url,
        boolean hasSecret,
        Templates templates,
        @Nullable String visibility,
        Map<String, String> settings,
        boolean paused,
        boolean maintainers,
        @Nullable String disabledReason,
        Map<String, Instant> announcesFrom) {

    static ChannelView of(ChannelRow row) {
        boolean all = row.activations.containsKey(ChannelRow.ALL_SITES);
        Map<String, Instant> from = new TreeMap<>();
        row.activations.forEach((site, since) -> from.put(site.equals(ChannelRow.ALL_SITES) ? "all" : site, since));
        return new ChannelView(
                row.name,
                row.type,
                all ? "all" : new TreeSet<>(row.activations.keySet()),
                row.url,
                row.secret != null,
                row.templates(),
                row.visibility,
                new TreeMap<>(row.settings()),
                row.paused,
                row.maintainers,
                row.disabledReason,
                from);
    }
}
