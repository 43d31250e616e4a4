package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.PageLinks;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

class PagesTest {
    private static final String HISTORY = "http://purl.org/syndication/history/1.0";
    private static final URI PAGE = URI.create("https://harbour.example/podcast/2");
    private static final URI OLDEST = URI.create("https://harbour.example/podcast/1");

    @Test
    void linksTheOtherDocumentsAndTheHubInRss() {
        FeedFrame page = Complete.frame(FeedFormat.RSS).asPage(PAGE, Complete.archive());
        Element channel = Xml.channel(Documents.of(page));

        assertThat(Xml.said(channel, Xml.ATOM, "link"))
                .containsExactly(
                        "{href=https://harbour.example/podcast/2, rel=self, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast, rel=current, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/1, rel=prev-archive, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/3, rel=next-archive, type=application/rss+xml}",
                        "{href=https://hub.example/, rel=hub}");
        assertThat(Xml.children(channel, HISTORY, "archive")).hasSize(1);
    }

    @Test
    void linksTheOtherDocumentsAndTheHubInAtom() {
        FeedFrame page = Complete.frame(FeedFormat.ATOM).asPage(PAGE, Complete.archive());
        Element feed = Xml.root(Documents.of(page));

        assertThat(Xml.said(feed, Xml.ATOM, "link"))
                .containsExactly(
                        "{href=https://harbour.example/podcast/2, rel=self, type=application/atom+xml}",
                        "{href=https://harbour.example/, rel=alternate, type=text/html}",
                        "{href=https://harbour.example/podcast, rel=current, type=application/atom+xml}",
                        "{href=https://harbour.example/podcast/1, rel=prev-archive, type=application/atom+xml}",
                        "{href=https://harbour.example/podcast/3, rel=next-archive, type=application/atom+xml}",
                        "{href=https://hub.example/, rel=hub}");
        assertThat(Xml.children(feed, HISTORY, "archive")).hasSize(1);
    }

    @Test
    void knowsTheShowAndTheFeedByTheSameIdOnEveryPage() {
        FeedFrame rss = Complete.frame(FeedFormat.RSS);
        FeedFrame atom = Complete.frame(FeedFormat.ATOM);

        assertThat(showId(rss.asPage(PAGE, Complete.archive()))).isEqualTo(showId(rss));
        assertThat(feedId(atom.asPage(PAGE, Complete.archive()))).isEqualTo(feedId(atom));
    }

    @Test
    void anArchiveLeadsToTheSubscriptionAndToOlderOnesOnly() {
        FeedFrame rss = Complete.frame(FeedFormat.RSS).toldTo(null);
        PageLinks links = PageLinks.ofArchive(rss.publicUrl(), OLDEST, OLDEST);

        assertThat(Xml.said(Xml.channel(Documents.of(rss.asPage(PAGE, links))), Xml.ATOM, "link"))
                .containsExactly(
                        "{href=https://harbour.example/podcast/2, rel=self, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast.rss, rel=first, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/1, rel=next, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/1, rel=last, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast.rss, rel=current, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/1, rel=prev-archive, type=application/rss+xml}");
    }

    @Test
    void whatReadersSubscribeToLeadsToTheNewestArchiveAndToTheOldest() {
        FeedFrame rss = Complete.frame(FeedFormat.RSS).toldTo(null);
        PageLinks links = PageLinks.ofSubscription(rss.publicUrl(), PAGE, OLDEST);

        Element channel = Xml.channel(Documents.of(rss.asPage(rss.publicUrl(), links)));

        assertThat(Xml.said(channel, Xml.ATOM, "link"))
                .containsExactly(
                        "{href=https://harbour.example/podcast.rss, rel=self, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast.rss, rel=first, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/2, rel=next, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/1, rel=last, type=application/rss+xml}",
                        "{href=https://harbour.example/podcast/2, rel=prev-archive, type=application/rss+xml}");
        assertThat(Xml.children(channel, HISTORY, "archive")).isEmpty();
    }

    @Test
    void jsonFeedLeadsToTheNextOlderDocument() {
        FeedFrame json = Complete.frame(FeedFormat.JSON);

        assertThat(text(json.asPage(PAGE, PageLinks.ofArchive(json.publicUrl(), OLDEST, OLDEST))))
                .contains("\"next_url\" : \"https://harbour.example/podcast/1\"");
        assertThat(text(json.asPage(PAGE, PageLinks.ofArchive(json.publicUrl(), null, PAGE))))
                .doesNotContain("next_url");
        assertThat(text(json.asPage(json.publicUrl(), PageLinks.ofSubscription(json.publicUrl(), PAGE, OLDEST))))
                .contains("\"next_url\" : \"https://harbour.example/podcast/2\"");
    }

    @Test
    void fingerprintsTellDocumentsOfTheSameItemsApart() {
        FeedFrame frame = Complete.frame(FeedFormat.ATOM);
        FeedComposer composer = new FeedComposer();

        assertThat(composer.fingerprint(frame.asPage(PAGE, PageLinks.NONE)))
                .isEqualTo(composer.fingerprint(frame.asPage(PAGE, PageLinks.NONE)))
                .isNotEqualTo(composer.fingerprint(frame))
                .isNotEqualTo(composer.fingerprint(frame.asPage(PAGE, Complete.archive())));
    }

    private static String text(FeedFrame frame) {
        return new String(Documents.of(frame), StandardCharsets.UTF_8);
    }

    private static String showId(FeedFrame frame) {
        return Xml.text(Xml.channel(Documents.of(frame)), Xml.PODCAST, "guid");
    }

    private static String feedId(FeedFrame frame) {
        return Xml.text(Xml.root(Documents.of(frame)), Xml.ATOM, "id");
    }
}
