package org.commitcast.contentreading.document;

import java.util.Optional;
import java.util.Set;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.episode.EnclosureReader;
import org.commitcast.contentreading.jekyll.JekyllCollection;
import org.commitcast.contentreading.path.FileName;
import org.commitcast.contentreading.site.Field;
import org.commitcast.contentreading.site.FieldValues;
import org.commitcast.contentreading.site.SiteRules;

/**
 * Decides what a document is: what the site's path patterns say; else an enclosure makes an episode, whatever the
 * folder; else a post is what Jekyll calls one, and any dated page of a collection.
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
        var collection = collectionOf(path);
        if (enclosures.isIn(values) || EPISODE_COLLECTIONS.contains(collection.label())) {
            return Optional.of(Kind.EPISODE);
        }
        var dated =
                values.find(Field.DATE).isPresent() || FileName.of(path).date().isPresent();
        var post = collection.label().equals("posts") || (isConfigured(collection) && collection.output() && dated);
        return post ? Optional.of(Kind.POST) : Optional.empty();
    }

    /** The collection that the site says, else the one that the folder's name suggests; its label may be empty. */
    JekyllCollection collectionOf(String path) {
        return rules.generator().collectionOf(path).orElseGet(() -> suggested(path));
    }

    private static JekyllCollection suggested(String path) {
        var slash = path.indexOf('/');
        var label = path.startsWith("_") && slash > 1 ? path.substring(1, slash) : "";
        return new JekyllCollection(label, true, null);
    }

    private boolean isConfigured(JekyllCollection collection) {
        return rules.generator().collections().containsKey(collection.label());
    }

    boolean isContentFolder(String path) {
        var label = collectionOf(path).label();
        return rules.paths().episode(path)
                || rules.paths().post(path)
                || label.equals("posts")
                || EPISODE_COLLECTIONS.contains(label)
                || rules.generator().collections().containsKey(label);
    }
}
