package org.commitcast.contentreading.definition;

import java.net.URI;
import java.util.List;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.contentevents.SiteDefinition.Owner;
import org.commitcast.contentreading.site.Categories;
import org.commitcast.contentreading.site.Setting;
import org.commitcast.contentreading.site.SiteRules;
import org.jspecify.annotations.Nullable;

/**
 * What of a site's definition its repository cannot say.
 *
 * @param site its name, which is its title where nobody says one
 * @param repository the address without credentials
 * @param gateFeed, gatePage what announcements wait for
 * @param documentsUrl under which the site's documents are read by others; absent means where they are served
 */
public record Outline(
        String site,
        String repository,
        String branch,
        @Nullable Owner owner,
        List<FeedDefinition> feeds,
        boolean gateFeed,
        boolean gatePage,
        @Nullable URI documentsUrl) {

    public Outline {
        feeds = List.copyOf(feeds);
    }

    /** Of a site whose documents are read where they are served. */
    public Outline(
            String site,
            String repository,
            String branch,
            @Nullable Owner owner,
            List<FeedDefinition> feeds,
            boolean gateFeed,
            boolean gatePage) {
        this(site, repository, branch, owner, feeds, gateFeed, gatePage, null);
    }

    /** The definition as it is published: completed by what is said in the repository, or by who said more. */
    public SiteDefinition completedBy(SiteRules rules) {
        return new SiteDefinition(
                repository,
                branch,
                rules.get(Setting.TITLE).orElse(site),
                rules.get(Setting.URL).orElse(null),
                rules.get(Setting.SUBTITLE).orElse(null),
                rules.get(Setting.DESCRIPTION).orElse(null),
                rules.get(Setting.LANGUAGE).orElse(null),
                rules.get(Setting.AUTHOR).orElse(null),
                rules.get(Setting.EMAIL).orElse(null),
                owner,
                rules.get(Setting.IMAGE).orElse(null),
                rules.get(Setting.CATEGORY).orElse(null),
                rules.get(Setting.EXPLICIT).orElse(false),
                rules.get(Setting.COPYRIGHT).orElse(null),
                rules.zone().getId(),
                feeds,
                gateFeed,
                gatePage,
                rules.discussionKeys().byPlatform(),
                rules.get(Setting.CATEGORIES).map(Categories::names).orElse(List.of()),
                rules.get(Setting.PODCAST).orElse(null),
                rules.get(Setting.HUB).orElse(null),
                rules.get(Setting.DISCUSSION_LIST).orElse(false),
                documentsUrl,
                rules.get(Setting.DISCUSSIONS).orElse(null));
    }
}
