package org.commitcast.contentreading.document;

import java.util.Optional;
import java.util.Set;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.episode.EnclosureReader;
import org.commitcast.contentreading.generator.Place;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/**
 * Decides what a document is: what the site's path patterns say; else an enclosure makes an episode, whatever the
 * folder; else the place does. Where the site has patterns for a kind, its places do not count for that kind.
 */
final class Kinds {

    private static final Set<String> EPISODE_COLLECTIONS = Set.of("episodes", "episode", "podcast", "podcasts");

    private final SiteRules rules;
    private final EnclosureReader enclosures;

    Kinds(SiteRules rules, EnclosureReader enclosures) {
        this.rules = rules;
        this.enclosures = enclosures;
    }

    Optional<Kind> of(String path, FieldValues values) {
        if (rules.paths().episode(path)) {
            return Optional.of(Kind.EPISODE);
        }
        if (rules.paths().post(path)) {
            return Optional.of(Kind.POST);
        }
        var place = rules.generator().place(path);
        if (enclosures.isIn(values) || isEpisodes(place) || enclosures.isAwaitedIn(values)) {
            return Optional.of(Kind.EPISODE);
        }
        return isPost(path, place, values) ? Optional.of(Kind.POST) : Optional.empty();
    }

    private boolean isPost(String path, Place place, FieldValues values) {
        return rules.paths().posts().isEmpty()
                && switch (place.posts()) {
                    case ALL -> true;
                    case DATED -> new Dates(rules, path, values).areStated();
                    case NONE -> false;
                };
    }

    /** By the folder's name, where the site does not say itself where its episodes are. */
    private boolean isEpisodes(Place place) {
        return rules.paths().episodes().isEmpty() && EPISODE_COLLECTIONS.contains(place.collection());
    }

    boolean isContentFolder(String path) {
        var place = rules.generator().place(path);
        return rules.paths().episode(path) || rules.paths().post(path) || place.meant() || isEpisodes(place);
    }
}
