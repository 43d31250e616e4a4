package org.commitcast.contentevents;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The effective definition of a site: what its owner said, completed by what its repository says. Never a secret.
 *
 * @param repository the address without credentials
 * @param url where the site's pages live; absent where nobody said
 * @param subtitle, description, author, email, image, category, explicit, copyright what feeds say of the channel
 * @param feeds in the order in which they are listed
 * @param gateFeed whether an announcement waits until the item's feed carries it
 * @param gatePage whether an announcement waits until the item's page answers 200
 * @param discussionKeys front matter key by platform
 */
public record SiteDefinition(
        String repository,
        String branch,
        String title,
        @Nullable URI url,
        @Nullable String subtitle,
        @Nullable String description,
        @Nullable String language,
        @Nullable String author,
        @Nullable String email,
        @Nullable Owner owner,
        @Nullable URI image,
        @Nullable String category,
        boolean explicit,
        @Nullable String copyright,
        String timezone,
        List<FeedDefinition> feeds,
        boolean gateFeed,
        boolean gatePage,
        Map<String, String> discussionKeys) {

    public SiteDefinition {
        timezone = timezone == null ? "UTC" : timezone;
        feeds = feeds == null ? List.of() : List.copyOf(feeds);
        discussionKeys = discussionKeys == null ? Map.of() : Map.copyOf(discussionKeys);
    }

    /** Whom a podcast directory writes to. */
    public record Owner(@Nullable String name, @Nullable String email) {}
}
