package org.commitcast.ingest.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.commitcast.ingest.identity.Identities;
import org.commitcast.ingest.identity.KnownItem;
import org.commitcast.ingest.identity.SeenDocument;
import org.commitcast.ingest.identity.Touch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The order of the rules: path, explicit guid, computed guid, enclosure, likeness. */
class IdentitiesTest {
    private final AtomicInteger minted = new AtomicInteger();
    private final List<KnownItem> known = new ArrayList<>();
    private final AtomicInteger compared = new AtomicInteger();
    private int alike;

    private Identities identities() {
        return new Identities(known, () -> "new-" + minted.incrementAndGet(), (one, other) -> {
            compared.incrementAndGet();
            return alike;
        });
    }

    private static SeenDocument document(String path, String guid, @Nullable String audio, String title) {
        return new SeenDocument(path, "blob of " + path, null, guid, audio, title);
    }

    private void published(String id, SeenDocument document) {
        known.add(new KnownItem(id, true, document.guid(), document));
    }

    @Test
    void comparesNothingWhereAThousandPostsMoveAsTheyAre() {
        var moved = new ArrayList<SeenDocument>();
        var gone = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            String name = i + ".md";
            // Two and two are the same to the letter.
            String blob = "blob " + i / 2;
            published("item-" + i, new SeenDocument("posts/" + name, blob, null, "guid-" + i, null, "Post"));
            moved.add(0, new SeenDocument("blog/" + name, blob, null, "moved-" + i, null, "Post"));
            gone.add("posts/" + name);
        }

        List<Touch> touches = identities().step(gone, moved);

        assertThat(compared).hasValue(0);
        assertThat(touches)
                .hasSize(1000)
                .contains(new Touch("item-6", Touch.Kind.MOVED, "blog/6.md", "posts/6.md"))
                .allMatch(touch -> touch.kind() == Touch.Kind.MOVED);
    }

    @Test
    void comparesNoMoreThanItCanWhereAThousandPostsMoveAndChange() {
        var moved = new ArrayList<SeenDocument>();
        var gone = new HashSet<String>();
        for (int i = 0; i < 1000; i++) {
            published("item-" + i, document(i + ".md", "guid-" + i, null, "Post " + i));
            moved.add(document("blog/" + i + ".md", "moved-" + i, null, "Post " + i));
            gone.add(i + ".md");
        }
        alike = 80;

        List<Touch> touches = identities().step(gone, moved);

        assertThat(compared.get()).isLessThanOrEqualTo(100_000);
        assertThat(touches).hasSize(1000).contains(new Touch("item-7", Touch.Kind.MOVED, "blog/7.md", "7.md"));
    }

    @Test
    void keepsItemWhoseDocumentChangesAllButItsPath() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));

        List<Touch> touches = identities().step(Set.of(), List.of(document("a.md", "other", "other.mp3", "Other")));

        assertThat(touches).containsExactly(new Touch("gate", Touch.Kind.CHANGED, "a.md", null));
    }

    @Test
    void followsMoveByExplicitGuidBeforeComputedOne() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));
        published("moths", document("b.md", "guid-b", "b.mp3", "Moths"));
        var moved = new SeenDocument("c.md", "blob", "guid-b", "guid-a", null, "Moths");

        List<Touch> touches = identities().step(Set.of("a.md", "b.md"), List.of(moved));

        assertThat(touches)
                .containsExactlyInAnyOrder(
                        new Touch("moths", Touch.Kind.MOVED, "c.md", "b.md"),
                        new Touch("gate", Touch.Kind.REMOVED, "a.md", null));
    }

    @Test
    void followsMoveByEnclosureWhereTheGuidWouldChange() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));

        List<Touch> touches =
                identities().step(Set.of("a.md"), List.of(document("z.md", "guid-z", "a.mp3", "The gate, again")));

        assertThat(touches).containsExactly(new Touch("gate", Touch.Kind.MOVED, "z.md", "a.md"));
    }

    @Test
    void followsMoveByLikenessWhereTheTitleStayed() {
        alike = 60;
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));

        List<Touch> touches = identities().step(Set.of("a.md"), List.of(document("z.md", "guid-z", "new.mp3", "Gate")));

        assertThat(touches).containsExactly(new Touch("gate", Touch.Kind.MOVED, "z.md", "a.md"));
    }

    @Test
    void takesNewEpisodeMadeFromTheLastOneForNew() {
        alike = 90;
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));

        List<Touch> touches = identities().step(Set.of("a.md"), List.of(document("b.md", "guid-b", "b.mp3", "Moths")));

        assertThat(touches)
                .containsExactlyInAnyOrder(
                        new Touch("new-1", Touch.Kind.ADDED, "b.md", null),
                        new Touch("gate", Touch.Kind.REMOVED, "a.md", null));
    }

    @Test
    void findsItemThatWasRemovedInAnEarlierCommit() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));
        Identities identities = identities();
        identities.step(Set.of("a.md"), List.of());

        List<Touch> touches = identities.step(Set.of(), List.of(document("b.md", "guid-a", "a.mp3", "Gate")));

        assertThat(touches).containsExactly(new Touch("gate", Touch.Kind.MOVED, "b.md", "a.md"));
    }

    @Test
    void givesOneItemToOneDocumentOnly() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));

        List<Touch> touches = identities()
                .step(
                        Set.of("a.md"),
                        List.of(
                                document("b.md", "guid-a", "a.mp3", "Gate"),
                                document("c.md", "guid-a", "a.mp3", "Gate")));

        assertThat(touches).extracting(Touch::contentId).containsExactly("gate", "new-1");
    }

    @Test
    void remembersWhatABrokenDocumentWas() {
        published("gate", document("a.md", "guid-a", "a.mp3", "Gate"));
        Identities identities = identities();
        identities.step(Set.of(), List.of(SeenDocument.unreadable("a.md", "broken")));

        List<Touch> touches = identities.step(Set.of("a.md"), List.of(document("b.md", "guid-a", "other.mp3", "Gate")));

        assertThat(touches).containsExactly(new Touch("gate", Touch.Kind.MOVED, "b.md", "a.md"));
    }
}
