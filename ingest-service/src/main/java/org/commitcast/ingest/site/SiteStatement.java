package org.commitcast.ingest.site;

import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
 * @param publish where the feeds are committed to; absent where they are not
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
        @Nullable PublishStatement publish,
        SiteSettings settings) {

    public SiteStatement {
        feeds = Collections.unmodifiableMap(new LinkedHashMap<>(feeds));
    }

    /** The same with other settings. */
    SiteStatement with(SiteSettings other) {
        return new SiteStatement(repository, hook, owner, feeds, gate, adopt, writeBack, status, publish, other);
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

    /**
     * Where feeds are committed to, so that the show's own hosting serves them.
     *
     * @param repository absent means the content's own
     * @param branch absent means the content's own, or another repository's default one
     * @param folder without slashes around it; empty for the whole branch
     * @param url under which the folder is served, with a slash at its end; absent where nobody said
     * @param name, email of the commits' author
     * @param message the commits' first line
     */
    public record PublishStatement(
            @Nullable PublishRepositoryStatement repository,
            @Nullable String branch,
            String folder,
            @Nullable URI url,
            @Nullable String name,
            @Nullable String email,
            @Nullable String message) {

        /** The file below the folder that is served at an address; nothing where it is served from elsewhere. */
        public Optional<String> fileAt(@Nullable URI address) {
            if (url == null || address == null || !address.toString().startsWith(url.toString())) {
                return Optional.empty();
            }
            String base = String.valueOf(url.getPath());
            String path = String.valueOf(address.getPath());
            return Optional.of(path.substring(base.length()))
                    .filter(file -> FILE.matcher(file).matches());
        }

        private static final Pattern FILE =
                Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]*(/[A-Za-z0-9_-][A-Za-z0-9._-]*)*");
    }

    /**
     * Another repository than the content's.
     *
     * @param username beside a password or token
     */
    public record PublishRepositoryStatement(String url, @Nullable String username) {}

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
