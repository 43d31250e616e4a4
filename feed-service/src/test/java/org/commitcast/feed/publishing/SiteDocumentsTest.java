package org.commitcast.feed.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteState;
import org.commitcast.feed.Backends;
import org.commitcast.feed.Show;
import org.commitcast.feed.serving.Bodies;
import org.commitcast.feed.serving.DocumentBody;
import org.commitcast.feed.serving.DocumentKey;
import org.commitcast.feed.serving.DocumentType;
import org.commitcast.feed.serving.ServedDocument;
import org.commitcast.feed.serving.ServedDocuments;
import org.commitcast.feed.serving.Standing;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Backends.class)
class SiteDocumentsTest {
    private static final Instant NOON = Instant.parse("2025-03-04T12:00:00Z");

    private final Show show = new Show().withFeed(new FeedDefinition("sailing", List.of(Kind.POST), null, null, null));
    private final SiteState site = show.defined(1);

    @Inject
    SiteDocuments documents;

    @Inject
    ServedDocuments served;

    @Test
    void areServedOnceTheTransactionIsKept() {
        QuarkusTransaction.requiringNew().run(() -> {
            documents.put(site, vtt("i-1", "one", 4));
            assertThat(find("items/i-1/transcript.vtt")).isEmpty();
        });

        ServedDocument document = find("items/i-1/transcript.vtt").orElseThrow();
        assertThat(document.standing()).isEqualTo(Standing.SERVED);
        assertThat(document.type()).isEqualTo(DocumentType.VTT);
        assertThat(document.edition().through()).isEqualTo(4);
        assertThat(document.link()).isNull();
    }

    @Test
    void areWrittenOnlyWhereSomethingIsDifferent() {
        put(vtt("i-1", "one", 4));
        long version = version("items/i-1/transcript.vtt");

        put(vtt("i-1", "one", 4));
        assertThat(version("items/i-1/transcript.vtt")).isEqualTo(version);

        put(vtt("i-1", "one", 5));
        assertThat(version("items/i-1/transcript.vtt")).isGreaterThan(version);
    }

    @Test
    void areNotFoundOnceWithdrawnAndMayComeAgain() {
        put(vtt("i-1", "one", 4));
        put(vtt("i-2", "two", 4));

        inTransaction(() -> documents.withdraw(site, List.of("items/i-1/transcript.vtt", "items/i-9/transcript.vtt")));

        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing("items/i-2/transcript.vtt")).isEqualTo(Standing.SERVED);
        put(vtt("i-1", "one", 5));
        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.SERVED);
    }

    @Test
    void areNotToldApartByADateThatTheyHadBefore() {
        put(vtt("i-1", "one", 4));
        assertThat(find("items/i-1/transcript.vtt").orElseThrow().dateDecides()).isTrue();

        inTransaction(() -> documents.withdraw(site, List.of("items/i-1/transcript.vtt")));
        put(vtt("i-1", "another", 5));

        assertThat(find("items/i-1/transcript.vtt").orElseThrow().dateDecides()).isFalse();
    }

    @Test
    void areOnlyThoseOfARoleThatAreKept() {
        put(page("podcast", 1));
        put(page("podcast", 2));
        put(vtt("i-1", "one", 4));

        inTransaction(() -> documents.keepOnly(site, DocumentRole.ARCHIVE, Set.of("podcast/1.rss")));

        assertThat(standing("podcast/1.rss")).isEqualTo(Standing.SERVED);
        assertThat(standing("podcast/2.rss")).isEqualTo(Standing.WITHDRAWN);
        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.SERVED);
    }

    @Test
    void areGoneWithTheirFeedOrTheirSite() {
        put(page("podcast", 1));
        put(page("lost", 1));
        put(vtt("i-1", "one", 4));

        inTransaction(() -> documents.removeOthers(site));
        assertThat(standing("lost/1.rss")).isEqualTo(Standing.GONE);
        assertThat(standing("podcast/1.rss")).isEqualTo(Standing.SERVED);
        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.SERVED);

        inTransaction(() -> documents.removeAll(site.site()));
        assertThat(standing("podcast/1.rss")).isEqualTo(Standing.GONE);
        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.GONE);
    }

    @Test
    void areNotFoundInTheNextLifeOfTheSiteUntilTheyComeInThat() {
        put(page("podcast", 1));
        put(vtt("i-1", "one", 4));

        show.incarnation = "life-2";
        SiteState next = show.defined(3);
        inTransaction(() -> documents.begin(next));
        assertThat(standing("podcast.rss")).isEqualTo(Standing.IMPORTING);
        assertThat(standing("podcast/1.rss")).isEqualTo(Standing.WITHDRAWN);

        inTransaction(() -> documents.put(next, vtt("i-1", "one", 1)));
        assertThat(standing("items/i-1/transcript.vtt")).isEqualTo(Standing.SERVED);
    }

    private void put(DocumentDraft draft) {
        inTransaction(() -> documents.put(site, draft));
    }

    private static void inTransaction(Runnable action) {
        QuarkusTransaction.requiringNew().run(action);
    }

    private Standing standing(String file) {
        return find(file).orElseThrow().standing();
    }

    private long version(String file) {
        return find(file).orElseThrow().edition().version();
    }

    private Optional<ServedDocument> find(String file) {
        return served.find(new DocumentKey(site.site(), file));
    }

    private static DocumentDraft vtt(String item, String text, long through) {
        String file = "items/" + item + "/transcript.vtt";
        return DocumentDraft.ofItem(file, DocumentType.VTT, body("WEBVTT\n\n" + text), through, NOON);
    }

    private static DocumentDraft page(String feed, int number) {
        String file = feed + "/" + number + ".rss";
        return DocumentDraft.archive(file, DocumentType.RSS, feed, body("<rss/>"), 4, NOON);
    }

    private static DocumentBody body(String text) {
        return Bodies.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
