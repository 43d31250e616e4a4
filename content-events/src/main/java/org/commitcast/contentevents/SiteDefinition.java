package org.commitcast.contentevents;

import com.fasterxml.jackson.annotation.JsonInclude;
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
 * @param categories as directories name them, the most fitting first, {@code Leisure > Hobbies} for one within another;
 *     empty where there is at most the one {@code category}
 * @param podcast what players are told of the show
 * @param hub where changes of the feeds are told, so that readers need not ask
 * @param discussionList whether an item's text in the feeds ends with its discussions
 * @param documentsUrl under which the site's documents are read by others, with a slash at its end; absent means where
 *     this deployment serves them
 * @param discussions what is done about discussions; absent where nobody says
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
        Map<String, String> discussionKeys,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> categories,
        @Nullable PodcastDefinition podcast,
        @Nullable URI hub,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean discussionList,
        @Nullable URI documentsUrl,
        @Nullable DiscussionDefinition discussions) {

    public SiteDefinition {
        timezone = timezone == null ? "UTC" : timezone;
        feeds = feeds == null ? List.of() : List.copyOf(feeds);
        discussionKeys = discussionKeys == null ? Map.of() : Map.copyOf(discussionKeys);
        categories = categories == null ? List.of() : List.copyOf(categories);
    }

    /** Of a site that says nothing of discussions. */
    public SiteDefinition(
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
            Map<String, String> discussionKeys,
            List<String> categories,
            @Nullable PodcastDefinition podcast,
            @Nullable URI hub,
            boolean discussionList,
            @Nullable URI documentsUrl) {
        this(
                repository,
                branch,
                title,
                url,
                subtitle,
                description,
                language,
                author,
                email,
                owner,
                image,
                category,
                explicit,
                copyright,
                timezone,
                feeds,
                gateFeed,
                gatePage,
                discussionKeys,
                categories,
                podcast,
                hub,
                discussionList,
                documentsUrl,
                null);
    }

    /** Whom a podcast directory writes to. */
    public record Owner(@Nullable String name, @Nullable String email) {}
}
