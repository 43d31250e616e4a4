package org.commitcast.ingest.site;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.contentreading.site.SiteSettings;
import org.jspecify.annotations.Nullable;

/**
 * What a site's owner says of it, without secrets.
 *
 * @param hook how deliveries of an unknown sender look
 * @param feeds by name, in the order in which they were said
 * @param adopt the feed that the show had before
 * @param settings what the repository may say as well
 */
public record SiteStatement(
        RepositoryStatement repository,
        GenericHook hook,
        @Nullable Owner owner,
        Map<String, FeedDefinition> feeds,
        Gate gate,
        @Nullable URI adopt,
        WriteBackStatement writeBack,
        StatusStatement status,
        SiteSettings settings) {

    public SiteStatement {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
    }

    /**
     * Where the content is.
     *
     * @param url the address
     * @param branch absent means the default one
     * @param username beside a password or token
     * @param githubApp as which it is read
     */
    public record RepositoryStatement(
            String url, @Nullable String branch, @Nullable String username, @Nullable GitHubAppStatement githubApp) {}

    /**
     * A GitHub App.
     *
     * @param appId absent means the deployment's
     * @param installationId absent means the one that has the repository
     */
    public record GitHubAppStatement(@Nullable String appId, @Nullable String installationId) {}

    /**
     * Whether and how discussion links are written into documents.
     *
     * @param name, email of the commits' author
     * @param message the commits' first line
     */
    public record WriteBackStatement(
            boolean enabled, @Nullable String name, @Nullable String email, @Nullable String message) {
        static final WriteBackStatement ON = new WriteBackStatement(true, null, null, null);
        static final WriteBackStatement OFF = new WriteBackStatement(false, null, null, null);
    }

    /**
     * Whether and how commits are told at their forge what became of them.
     *
     * @param api the base of the forge's API; absent means where such a forge usually has it
     * @param repository its path at the forge; absent means that of its address
     * @param context under which name; absent means the usual one
     */
    public record StatusStatement(
            boolean enabled,
            @Nullable ForgeKind forge,
            @Nullable URI api,
            @Nullable String repository,
            @Nullable String context) {
        static final StatusStatement OFF = new StatusStatement(false, null, null, null, null);
    }

    /** What an announcement waits for. */
    public enum Gate {
        NONE("none", false, false),
        FEED("feed", true, false),
        PAGE("page", false, true),
        FEED_AND_PAGE("feed+page", true, true);

        private final String label;
        private final boolean feed;
        private final boolean page;

        Gate(String label, boolean feed, boolean page) {
            this.label = label;
            this.feed = feed;
            this.page = page;
        }

        String label() {
            return label;
        }

        boolean feed() {
            return feed;
        }

        boolean page() {
            return page;
        }

        static @Nullable Gate labelled(String label) {
            return List.of(values()).stream()
                    .filter(gate -> gate.label.equals(label))
                    .findFirst()
                    .orElse(null);
        }
    }
}
