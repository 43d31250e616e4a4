package org.commitcast.feedrendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.commitcast.contentevents.FeedDefinition;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentevents.SiteDefinition;
import org.commitcast.feedrendering.document.FeedFormat;
import org.commitcast.feedrendering.document.FeedFrame;
import org.commitcast.feedrendering.document.ItemInputs;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

class ValidFeedsTest {
    private static final URI PAGE = URI.create("https://harbour.example/podcast/2");

    @Test
    void breaksNoRuleWhereEverythingIsSaid() {
        FeedFrame rss = Complete.frame(FeedFormat.RSS);
        FeedFrame atom = Complete.frame(FeedFormat.ATOM);
        ItemInputs other = ItemInputs.of(Samples.episode("ebb").snapshot(), null);

        assertThat(ValidatorRules.brokenByRss(Documents.of(rss, Complete.episode(), other)))
                .isEmpty();
        assertThat(ValidatorRules.brokenByAtom(Documents.of(atom, Complete.episode(), other)))
                .isEmpty();
        assertThat(ValidatorRules.brokenByRss(Documents.of(rss.asPage(PAGE, Complete.archive()), Complete.episode())))
                .isEmpty();
        assertThat(ValidatorRules.brokenByAtom(Documents.of(atom.asPage(PAGE, Complete.archive()), Complete.episode())))
                .isEmpty();
    }

    @Test
    void breaksNoRuleOfABlogWhereNothingIsSaid() {
        FeedDefinition blog = new FeedDefinition("blog", List.of(Kind.POST), null, null, null);
        ItemInputs post = ItemInputs.of(Samples.post("notes").snapshot(), null);

        for (FeedFormat format : List.of(FeedFormat.RSS, FeedFormat.ATOM)) {
            URI address = URI.create("https://feeds.example/feeds/harbour/blog" + format.ending());
            byte[] feed = Documents.of(FeedFrame.of(silent(null), blog, format, address), post);

            assertThat(format == FeedFormat.RSS ? ValidatorRules.brokenByRss(feed) : ValidatorRules.brokenByAtom(feed))
                    .isEmpty();
        }
    }

    @Test
    void callsAnEditorWithoutANameAsTheFeedIsCalled() {
        FeedDefinition blog = new FeedDefinition("blog", List.of(Kind.POST), null, "Harbour notes", null);
        FeedFrame frame = FeedFrame.of(silent(null, "crew@harbour.example"), blog, FeedFormat.RSS, Samples.PUBLIC_URL);

        byte[] feed = Documents.of(frame, ItemInputs.of(Samples.post("notes").snapshot(), null));

        assertThat(ValidatorRules.brokenByRss(feed)).isEmpty();
        assertThat(Xml.text(Xml.channel(feed), Xml.RSS, "managingEditor"))
                .isEqualTo("crew@harbour.example (Harbour notes)");
    }

    @Test
    void lacksOnlyWhatTheSiteMustSayItselfWhereAPodcastSaysNothing() {
        FeedFrame frame = FeedFrame.of(silent(null), Samples.podcast(), FeedFormat.RSS, Samples.PUBLIC_URL);

        assertThat(ValidatorRules.brokenByRss(Documents.of(frame, Complete.episode("{}"))))
                .containsExactly("language is missing", "itunes:category is missing");
    }

    @Test
    void cutsWhatDirectoriesDoNotReadToTheEnd() {
        String endless = "word ".repeat(2000);
        FeedFrame frame =
                FeedFrame.of(Samples.site("Harbour", endless), Samples.podcast(), FeedFormat.RSS, Samples.PUBLIC_URL);
        ItemInputs item = ItemInputs.of(
                Samples.episode("a").summary(endless).author(endless).snapshot(), null);

        assertThat(ValidatorRules.brokenByRss(Documents.of(frame, item))).isEmpty();
    }

    @Test
    void namesAnOwnerOnlyWithAnAddress() {
        SiteDefinition.Owner nameless = new SiteDefinition.Owner("Ada Quay", null);
        FeedFrame frame = FeedFrame.of(silent(nameless), Samples.podcast(), FeedFormat.RSS, Samples.PUBLIC_URL);

        assertThat(new String(Documents.of(frame), StandardCharsets.UTF_8)).doesNotContain("itunes:owner", "webMaster");
    }

    @Test
    void namesTheOwnerToDirectoriesOnly() {
        SiteDefinition.Owner owner = new SiteDefinition.Owner(null, "ada@harbour.example");
        FeedDefinition blog = new FeedDefinition("blog", List.of(Kind.POST), null, null, null);

        byte[] show = Documents.of(FeedFrame.of(silent(owner), Samples.podcast(), FeedFormat.RSS, Samples.PUBLIC_URL));
        byte[] posts = Documents.of(FeedFrame.of(silent(owner), blog, FeedFormat.RSS, Samples.PUBLIC_URL));

        assertThat(Xml.text(Xml.channel(show), Xml.RSS, "webMaster")).isEqualTo("ada@harbour.example (Harbour)");
        assertThat(new String(posts, StandardCharsets.UTF_8)).doesNotContain("ada@harbour.example");
    }

    /** Of any show: {@code -Dvalidated.feed=FILE}, which {@code ./commitcast feed DIR --output FILE} writes. */
    @Test
    @EnabledIfSystemProperty(named = "validated.feed", matches = ".+")
    void breaksNoRuleInAGivenFeed() throws IOException {
        byte[] feed = Files.readAllBytes(Path.of(System.getProperty("validated.feed")));
        boolean rss = Xml.root(feed).getLocalName().equals("rss");

        assertThat(rss ? ValidatorRules.brokenByRss(feed) : ValidatorRules.brokenByAtom(feed))
                .isEmpty();
    }

    private static SiteDefinition silent(SiteDefinition.@Nullable Owner owner) {
        return silent(owner, null);
    }

    private static SiteDefinition silent(SiteDefinition.@Nullable Owner owner, @Nullable String email) {
        return new SiteDefinition(
                "https://git.example/harbour.git",
                "main",
                "Harbour",
                null,
                null,
                null,
                null,
                null,
                email,
                owner,
                null,
                null,
                false,
                null,
                "UTC",
                List.of(),
                true,
                true,
                Map.of(),
                List.of(),
                null,
                null,
                false,
                null);
    }
}
