package org.commitcast.contentevents;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A site as it is now.
 *
 * @param imported set once the baseline is complete on the content topic; until then its feeds are not served
 * @param statement what the owner said, as it was said but without secrets: its writer's own way back to it, and of no
 *     meaning to others, for whom {@code definition} tells what came of it
 */
public record SiteState(
        String site,
        String incarnation,
        long revision,
        Lifecycle lifecycle,
        SiteDefinition definition,
        @Nullable Import imported,
        @Nullable JsonNode statement,
        Instant occurredAt)
        implements Event {

    /** Where a site stands in its life. */
    public enum Lifecycle {
        DEFINED,
        IMPORTED,
        REMOVED
    }

    /**
     * The baseline: the tree of the first successful fetch.
     *
     * @param commit the commit whose tree it is; absent for an empty repository
     * @param sequence the site's sequence that a consumer must have seen to hold all of the baseline
     * @param items how many items it has
     */
    public record Import(@Nullable String commit, long sequence, int items) {}

    @Override
    public Topic topic() {
        return Topic.SITES;
    }

    @Override
    public String type() {
        return switch (lifecycle) {
            case DEFINED -> "org.commitcast.site.defined.v1";
            case IMPORTED -> "org.commitcast.site.imported.v1";
            case REMOVED -> "org.commitcast.site.removed.v1";
        };
    }

    @Override
    public String key() {
        return site;
    }

    @Override
    public void deliverTo(EventHandler handler) {
        handler.siteChanged(this);
    }
}
