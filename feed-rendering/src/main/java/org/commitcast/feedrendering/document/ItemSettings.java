package org.commitcast.feedrendering.document;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.commitcast.contentevents.PodcastDefinition;
import org.commitcast.contentevents.PodcastDefinition.Person;
import org.commitcast.contentevents.SiteDefinition;
import org.jspecify.annotations.Nullable;

/**
 * What of a site's definition its items depend on. Where it is the same, items need not be rendered again.
 *
 * @param discussionList whether texts end with links to their discussions
 * @param persons who makes the show
 * @param zone in which documents say days
 */
public record ItemSettings(boolean discussionList, List<Person> persons, ZoneId zone) {

    /** Of a site that says nothing. */
    public static final ItemSettings NONE = new ItemSettings(false, List.of(), ZoneOffset.UTC);

    public ItemSettings {
        persons = List.copyOf(persons);
    }

    /** What the definition says. */
    public static ItemSettings of(SiteDefinition site) {
        PodcastDefinition podcast = site.podcast();
        List<Person> persons = podcast == null ? List.of() : podcast.persons();
        return new ItemSettings(site.discussionList(), persons, zone(site.timezone()));
    }

    /** A definition of another version of this software may name a zone that this Java platform does not know. */
    private static ZoneId zone(@Nullable String name) {
        try {
            return name == null ? ZoneOffset.UTC : ZoneId.of(name);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }
}
