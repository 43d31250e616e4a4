package org.commitcast.ingest.publishing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentreading.document.Address;
import org.commitcast.contentreading.document.Document;
import org.commitcast.ingest.storage.StoredJson;
import org.jspecify.annotations.Nullable;

/** Makes an item's state of its document, and compares states. */
final class Snapshots {
    private static final List<String> NOT_STATE =
            List.of("revision", "sequence", "batch", "occurredAt", "cause", "commit");
    private static final List<String> DISCUSSION = List.of("links", "pendingLinks", "blob");
    /** Fields that states of earlier software lack. */
    private static final List<String> ADDED_SINCE = List.of("collection");

    private Snapshots() {}

    /** The state that a document gives an item, not yet a record. */
    static ContentSnapshot state(Document document, ItemFacts item) {
        var about = document.about();
        var media = document.media();
        Stamp none = Stamp.NONE;
        return new ContentSnapshot(
                item.site(),
                item.incarnation(),
                item.contentId(),
                none.revision(),
                none.sequence(),
                none.batch(),
                none.status(),
                none.cause(),
                document.kind(),
                item.guid(),
                document.address().url(),
                earlierUrls(item.previous(), document.address()),
                document.path(),
                none.commit(),
                item.blob(),
                about.title(),
                document.release().date(),
                item.firstPublishedAt(),
                item.baseline(),
                about.authors(),
                about.tags(),
                about.language(),
                about.summary(),
                about.description(),
                document.html(),
                about.image(),
                media.enclosure(),
                media.chapters(),
                media.season(),
                media.episode(),
                item.transcript(),
                document.discussions().links(),
                document.discussions().pending(),
                StoredJson.tree(document.frontMatter().asJson()),
                none.at(),
                document.collection().isEmpty() ? null : document.collection());
    }

    /** Where its page ever was, as far as is known, and where the document itself says that it was. */
    private static List<String> earlierUrls(@Nullable ContentSnapshot previous, Address address) {
        Set<String> earlier = new LinkedHashSet<>();
        if (previous != null) {
            earlier.addAll(previous.earlierUrls());
            if (!previous.url().equals(address.url())) {
                earlier.remove(previous.url());
                earlier.add(previous.url());
            }
        }
        earlier.addAll(address.aliases());
        earlier.remove(address.url());
        return List.copyOf(earlier);
    }

    /** Whether two states tell the world the same. */
    static boolean same(ContentSnapshot one, ContentSnapshot other) {
        return plain(one).equals(plain(other));
    }

    /** Whether a state differs from a stored one in nothing but what software could not say that may have written that. */
    static boolean sameButAdded(ContentSnapshot now, ContentSnapshot stored) {
        ObjectNode before = plain(stored);
        return asToldBy(before, plain(now)).equals(before);
    }

    /** Whether a state differs from a stored one in nothing but where the item is discussed, or likewise. */
    static boolean sameButDiscussion(ContentSnapshot now, ContentSnapshot stored, Collection<String> discussionKeys) {
        ObjectNode before = withoutDiscussion(stored, discussionKeys);
        return asToldBy(before, withoutDiscussion(now, discussionKeys)).equals(before);
    }

    /** What earlier software did not say is no difference that anybody made in a document. */
    private static ObjectNode asToldBy(ObjectNode stored, ObjectNode now) {
        ADDED_SINCE.stream().filter(name -> !stored.hasNonNull(name)).forEach(now::remove);
        return now;
    }

    /** The names of the fields in which two states differ, apart from which file they were read from. */
    static List<String> differences(ContentSnapshot one, ContentSnapshot other) {
        ObjectNode before = plain(one);
        ObjectNode after = plain(other);
        TreeSet<String> names = new TreeSet<>();
        before.fieldNames().forEachRemaining(names::add);
        after.fieldNames().forEachRemaining(names::add);
        names.removeAll(List.of("blob", "frontMatter", "earlierUrls", "status"));
        names.removeIf(name -> Objects.equals(before.get(name), after.get(name)));
        return List.copyOf(names);
    }

    private static ObjectNode withoutDiscussion(ContentSnapshot snapshot, Collection<String> keys) {
        ObjectNode plain = plain(snapshot);
        plain.remove(DISCUSSION);
        if (plain.get("frontMatter") instanceof ObjectNode frontMatter) {
            frontMatter.remove(keys);
        }
        return plain;
    }

    private static ObjectNode plain(ContentSnapshot snapshot) {
        // By way of text, so that numbers which were read and numbers which were counted are of the same types.
        JsonNode tree = StoredJson.readTree(StoredJson.write(snapshot));
        ObjectNode plain = (ObjectNode) tree;
        plain.remove(NOT_STATE);
        return plain;
    }
}
