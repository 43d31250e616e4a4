package org.commitcast.feedrendering.document;

import java.util.List;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.PodcastDefinition.Person;
import org.commitcast.contentevents.SiteDefinition;

/**
 * What of a site's definition its items depend on. Where it is the same, items need not be rendered again.
 *
 * @param discussionList whether texts end with links to their discussions
 * @param persons who makes the show
 */
public record ItemSettings(boolean discussionList, List<Person> persons) {

    /** Of a site that says nothing. */
    public static final ItemSettings NONE = new ItemSettings(false, List.of());

    public ItemSettings {
        persons = List.copyOf(persons);
    }

    /** What the definition says. */
    public static ItemSettings of(SiteDefinition site) {
        PodcastDefinition podcast = site.podcast();
        return new ItemSettings(site.discussionList(), podcast == null ? List.of() : podcast.persons());
    }
}
