package org.commitcast.contentreading.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.site;

import java.time.Instant;
import java.util.List;
import org.commitcast.contentevents.Enclosure;
import org.commitcast.contentevents.Kind;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.document.Release;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.path.InputKind;
import org.commitcast.contentreading.site.Origin;
import org.commitcast.contentreading.site.Setting;
import org.junit.jupiter.api.Test;

class HugoSiteTest {

    private static final String CONFIG =
            """
            baseURL = "https://harbour.example/log/"
            title = "Harbour log"
            languageCode = "en-gb"
            timeZone = "Europe/Berlin"
            [params]
              description = "Ships and weather"
              [params.author]
                name = "Ada"
            """;

    private static final String DATED = "---\ntitle: \"Fog & foghorns\"\ndate: 2020-01-02 9:05:00\n---\nWords\n";

    private static SampleSite hugo(String more) {
        return site().with("hugo.toml", CONFIG + more);
    }

    private static String url(String config, String path, String text) {
        return hugo(config).with(path, text).document(path).address().url();
    }

    @Test
    void takesTheSitesFactsFromItsConfiguration() {
        var rules = hugo("").reader().rules();

        assertThat(rules.get(Setting.GENERATOR)).contains("hugo");
        assertThat(rules.siteUrl()).isEqualTo("https://harbour.example/log");
        assertThat(rules.get(Setting.TITLE)).contains("Harbour log");
        assertThat(rules.get(Setting.LANGUAGE)).contains("en-gb");
        assertThat(rules.get(Setting.AUTHOR)).contains("Ada");
        assertThat(rules.get(Setting.DESCRIPTION)).contains("Ships and weather");
        assertThat(rules.effective(Setting.TIMEZONE).origin()).isEqualTo(Origin.GENERATOR);
        assertThat(rules.sourceOf(rules.effective(Setting.TIMEZONE))).isEqualTo("hugo.toml");
    }

    @Test
    void mergesTheFilesOfTheConfigurationFolder() {
        var rules = site().with("config/_default/hugo.yaml", "baseURL: http://localhost/\ntitle: A\n")
                .with("config/_default/params.json", "{\"description\": \"B\"}")
                .with("config/production/hugo.toml", "baseurl = \"https://a.example/\"\n")
                .reader()
                .rules();

        assertThat(rules.siteUrl()).isEqualTo("https://a.example");
        assertThat(rules.get(Setting.TITLE)).contains("A");
        assertThat(rules.get(Setting.DESCRIPTION)).contains("B");
        assertThat(rules.sourceOf(rules.effective(Setting.TITLE))).isEqualTo("config/_default/hugo.yaml");
    }

    @Test
    void putsPagesWhereTheirFilesLie() {
        assertThat(url("", "content/posts/Fog Horn.md", DATED))
                .isEqualTo("https://harbour.example/log/posts/fog-horn/");
        assertThat(url("", "content/posts/Übersee & C.md", DATED))
                .isEqualTo("https://harbour.example/log/posts/%C3%BCbersee-c/");
        assertThat(url("", "content/posts/a/b/2020-03-04-x.v2.md", DATED))
                .isEqualTo("https://harbour.example/log/posts/a/b/2020-03-04-x.v2/");
        assertThat(url("", "content/posts/bundle/index.md", DATED))
                .isEqualTo("https://harbour.example/log/posts/bundle/");
        assertThat(url("", "content/about.md", DATED)).isEqualTo("https://harbour.example/log/about/");
    }

    @Test
    void knowsOtherSpellingsOfPaths() {
        var config = "baseURL = \"https://a.example\"\nuglyURLs = true\ndisablePathToLower = true\n";

        assertThat(site().with("hugo.toml", config)
                        .with("content/posts/Fog.md", DATED)
                        .document("content/posts/Fog.md")
                        .address()
                        .url())
                .isEqualTo("https://a.example/posts/Fog.html");
    }

    @Test
    void readsSlugAndUrlOfADocument() {
        var head = "---\ntitle: X\ndate: 2020-01-02\n";

        assertThat(url("", "content/posts/x.md", head + "slug: My Slug & More_x.y\n---\n"))
                .isEqualTo("https://harbour.example/log/posts/my-slug-more_x.y/");
        assertThat(url("", "content/posts/x.md", head + "slug: -x-\n---\n"))
                .isEqualTo("https://harbour.example/log/posts/x/");
        assertThat(url("", "content/posts/x.md", head + "url: /don't [x]/\n---\n"))
                .isEqualTo("https://harbour.example/log/don%27t%20%5Bx%5D/");
        assertThat(url("", "content/posts/x.md", head + "slug: 12\n---\n"))
                .isEqualTo("https://harbour.example/log/posts/12/");
        assertThat(url("", "content/posts/b/index.md", head + "Slug: c\n---\n"))
                .isEqualTo("https://harbour.example/log/posts/c/");
        assertThat(url("", "content/posts/x.md", head + "url: /Foo/Bar Baz\n---\n"))
                .isEqualTo("https://harbour.example/log/Foo/Bar%20Baz/");
        assertThat(url("", "content/posts/x.md", head + "URL: foo/x.html\n---\n"))
                .isEqualTo("https://harbour.example/log/foo/x.html");
        assertThat(url("", "content/posts/x.md", head + "url: null\n---\n"))
                .isEqualTo("https://harbour.example/log/posts/x/");
    }

    @Test
    void fillsPermalinkPatterns() {
        var config =
                """
                [permalinks]
                  a = "/:sections/:filename/"
                  b = ":section/:year-:month-:day/:weekday/:weekdayname/:yearday/:monthname/:title"
                  c = "/p/:slugorfilename"
                  d = "/:06/:slug"
                  e = "/:sections[1:]/x/:sections[last]/:contentbasename"
                """;
        var text = "---\ntitle: \"The T, & C++ / C# 1.0!\"\ndate: 2020-01-02T23:30:00-05:00\n---\n";
        var site = hugo(config)
                .with("content/a/b/c/_index.md", "---\ntitle: C\n---\n")
                .with("content/a/b/c/y.md", text)
                .with("content/a/d/z.md", text)
                .with("content/b/t.md", text)
                .with("content/c/t.md", text)
                .with("content/d/t.md", text)
                .with("content/e/f/_index.md", "---\n---\n")
                .with("content/e/f/bundle/index.md", text);

        assertThat(List.of(
                        "content/a/b/c/y.md",
                        "content/a/d/z.md",
                        "content/b/t.md",
                        "content/c/t.md",
                        "content/d/t.md",
                        "content/e/f/bundle/index.md"))
                .extracting(path -> site.document(path).address().url().replace("https://harbour.example/log", ""))
                .containsExactly(
                        "/a/b/c/y/",
                        "/a/z/",
                        "/b/2020-01-02/4/thursday/2/january/the-t-c-/-c%23-1.0/",
                        "/p/t/",
                        "/20/the-t-c-/-c%23-1.0/",
                        "/f/x/f/bundle/");
    }

    @Test
    void leavesOutSectionsAndWhatBelongsToABundle() {
        var reader = hugo("").with("content/posts/trip/index.md", DATED)
                .with("content/posts/trip/day-1.md", DATED)
                .with("content/posts/_index.md", DATED)
                .reader();

        assertThat(reader.classify("content/posts/trip/index.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("content/posts/trip/day-1.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("content/posts/_index.md")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("content/_index.md")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("layouts/index.html")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("README.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("hugo.toml")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("config/_default/params.toml")).isEqualTo(InputKind.SHARED);
    }

    @Test
    void readsTheDatesOfADocument() {
        assertThat(released("date: 2020-01-02 9:05:00").date()).isEqualTo("2020-01-02T08:05:00Z");
        assertThat(released("date: 2020-01-02").date()).isEqualTo("2020-01-01T23:00:00Z");
        assertThat(released("publishDate: 2020-01-05").date()).isEqualTo("2020-01-04T23:00:00Z");
        assertThat(released("lastmod: 2020-01-05T00:00:00Z").date()).isEqualTo("2020-01-05T00:00:00Z");
        assertThat(released("published: true\ndate: 2020-01-05T00:00:00Z").published())
                .isTrue();
        assertThat(released("published: false\ndate: 2020-01-05T00:00:00Z").published())
                .isFalse();
    }

    private static Release released(String dates) {
        return hugo("").with("content/posts/x.md", "---\ntitle: X\n" + dates + "\n---\n")
                .document("content/posts/x.md")
                .release();
    }

    @Test
    void releasesAndWithdrawsByDate() {
        var release = released(
                "date: 2020-01-01T00:00:00Z\npublishdate: 2020-02-01T00:00:00Z\n" + "ExpiryDate: 2020-03-01T00:00:00Z");
        var before = Instant.parse("2020-01-31T23:59:59Z");
        var between = Instant.parse("2020-02-01T00:00:00Z");
        var after = Instant.parse("2020-03-01T00:00:00Z");

        assertThat(release.date()).isEqualTo("2020-01-01T00:00:00Z");
        assertThat(release.isOutAt(before)).isFalse();
        assertThat(release.nextChange(before)).contains(between);
        assertThat(release.isOutAt(between)).isTrue();
        assertThat(release.nextChange(between)).contains(after);
        assertThat(release.isOutAt(after)).isFalse();
        assertThat(release.isAwaitedAt(after)).isFalse();
        assertThat(release.nextChange(after)).isEmpty();
    }

    @Test
    void letsTheSiteBuildFutureExpiredAndDrafts() {
        var now = Instant.parse("2025-01-01T00:00:00Z");
        var text = "---\ntitle: X\ndate: 2030-01-01\nexpiryDate: 2020-01-01\ndraft: true\n---\n";
        var release = site().with(
                        "hugo.json",
                        "{\"baseURL\": \"https://a.example/\", \"buildFuture\": true, \"buildExpired\": true,"
                                + " \"buildDrafts\": true}")
                .with("content/posts/x.md", text)
                .document("content/posts/x.md")
                .release();

        assertThat(release.isOutAt(now)).isTrue();
        assertThat(release.nextChange(now)).isEmpty();
    }

    @Test
    void takesDatesAndSlugsFromFileNamesWhereTheSiteSaysSo() {
        var config = "[frontmatter]\n  date = [\":filename\", \":default\"]\n";
        var document = hugo(config)
                .with("content/posts/2019-03-04-fog.md", "---\ntitle: X\ndate: 2020-01-01\n---\n")
                .document("content/posts/2019-03-04-fog.md");

        assertThat(document.release().date()).isEqualTo("2019-03-03T23:00:00Z");
        assertThat(document.address().url()).isEqualTo("https://harbour.example/log/posts/fog/");
    }

    @Test
    void holdsNoDraftsAndNothingWithoutAPage() {
        for (var word : List.of("draft: true", "headless: true", "_build: {render: never}", "build: {list: never}")) {
            assertThat(released(word + "\ndate: 2020-01-01").published())
                    .as(word)
                    .isFalse();
        }
    }

    @Test
    void readsEarlierAddresses() {
        var document = hugo("").with(
                        "content/posts/x.md",
                        "---\ntitle: X\ndate: 2020-01-01\naliases: [old/one, /two/, three.html, /Ü ber]\n---\n")
                .document("content/posts/x.md");

        assertThat(document.address().aliases())
                .containsExactly(
                        "https://harbour.example/log/posts/old/one/",
                        "https://harbour.example/log/two/",
                        "https://harbour.example/log/posts/three.html",
                        "https://harbour.example/log/%C3%9C%20ber/");
    }

    @Test
    void readsTranslations() {
        var site = site().with(
                        "hugo.yaml",
                        """
                        baseURL: https://a.example/
                        defaultContentLanguage: en
                        languages:
                          en: {weight: 1}
                          fr: {weight: 2}
                          de: {contentDir: content/deutsch}
                        """)
                .with("content/posts/x.fr.md", DATED)
                .with("content/deutsch/posts/x.md", DATED);

        assertThat(site.document("content/posts/x.fr.md").address().url()).isEqualTo("https://a.example/fr/posts/x/");
        assertThat(site.document("content/posts/x.fr.md").about().language()).isEqualTo("fr");
        assertThat(site.document("content/deutsch/posts/x.md").address().url())
                .isEqualTo("https://a.example/de/posts/x/");
    }

    @Test
    void takesValuesThatAllDocumentsHave() {
        var document = hugo("[[cascade]]\n  author = \"Everybody\"\n  [cascade._target]\n    path = \"/posts/**\"\n")
                .with("content/posts/x.md", DATED)
                .document("content/posts/x.md");

        assertThat(document.about().authors()).containsExactly("Everybody");
    }

    @Test
    void tellsKindsByEnclosureAndSection() {
        var site = hugo("").with(
                        "content/show/12.md",
                        "---\ntitle: X\ndate: 2020-01-01\npodcast_file: https://a.example/x.mp3\n---\n")
                .with("content/posts/x.md", DATED)
                .with("content/news/undated.md", "---\ntitle: X\n---\n")
                .with("content/docs/undated.md", "---\ntitle: X\n---\n")
                .with("content/episodes/1.md", DATED);

        assertThat(site.document("content/show/12.md").kind()).isEqualTo(Kind.EPISODE);
        assertThat(site.document("content/show/12.md").collection()).isEqualTo("show");
        assertThat(site.document("content/posts/x.md").kind()).isEqualTo(Kind.POST);
        assertThat(site.read("content/news/undated.md").findings())
                .extracting(Finding::rule)
                .containsExactly("date.missing");
        assertThat(site.read("content/docs/undated.md").findings()).isEmpty();
        assertThat(site.read("content/docs/undated.md").document()).isEmpty();
        assertThat(site.read("content/episodes/1.md").findings())
                .extracting(Finding::rule)
                .containsExactly("enclosure.missing");
    }

    @Test
    void readsJsonFrontMatterAsPodcastsHaveIt() {
        var text =
                """
                {
                  "title": "12: Tides",
                  "date": "2021-11-07T22:15:00-08:00",
                  "hosts": ["ada", "bob"],
                  "guests": [],
                  "podcast_file": "https://audio.example/tides.mp3",
                  "podcast_bytes": "1234567",
                  "podcast_duration": "1:02:03",
                  "podcast_chapters": {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Hello"}]},
                  "video_file": null,
                  "episode": 12,
                  "Draft": false
                }

                Words about {tides}.
                """;
        var site = hugo("").with("content/show/12.md", text)
                .with("content/show/13.md", text.replace("\"https://audio.example/tides.mp3\"", "null"))
                .with("content/show/14.md", "{\"title\": \"X\", \"date\": \"2021-11-07\",\n \"tags\": [\"a\",]}\n");
        Document episode = site.document("content/show/12.md");

        assertThat(episode.about().authors()).containsExactly("ada", "bob");
        assertThat(episode.media().enclosure()).extracting(Enclosure::length).isEqualTo(1234567L);
        assertThat(episode.media().enclosure())
                .extracting(Enclosure::durationSeconds)
                .isEqualTo(3723L);
        assertThat(episode.media().episode()).isEqualTo(12);
        assertThat(episode.html()).contains("Words about {tides}.");
        assertThat(episode.frontMatter().position("podcast_bytes").orElseThrow().line())
                .isEqualTo(7);
        assertThat(site.read("content/show/13.md").findings())
                .extracting(Finding::rule)
                .containsExactly("enclosure.missing");
        assertThat(site.read("content/show/14.md").findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("front-matter.syntax", 2));
    }

    @Test
    void takesTheSummaryUpToTheDividerElseWholeParagraphs() {
        var divided =
                "---\ntitle: X\ndate: 2020-01-01\n---\nOne [x][]\n\nTwo <!--more--> three\n\n[x]: https://x.example\n";
        var words = "word ".repeat(69).strip();
        var long_ = "---\ntitle: X\ndate: 2020-01-01\n---\n" + words + "\n\nTwo.\n\nThree.\n";
        var site = hugo("").with("content/posts/a.md", divided).with("content/posts/b.md", long_);

        assertThat(site.document("content/posts/a.md").about().summary())
                .isEqualTo("<p>One <a href=\"https://x.example\">x</a></p>\n<p>Two</p>");
        assertThat(site.document("content/posts/b.md").about().summary())
                .isEqualTo("<p>" + words + "</p>\n<p>Two.</p>");
    }

    @Test
    void acceptsBlankLinesAndAMarkBeforeFrontMatter() {
        var site = hugo("").with(
                        "content/posts/a.md", "\uFEFF\r\n\r\n---\r\ntitle: X\r\ndate: 2020-01-01\r\n---\r\nW\r\n");

        assertThat(site.read("content/posts/a.md").findings()).isEmpty();
        assertThat(site.document("content/posts/a.md").html().strip()).isEqualTo("<p>W</p>");
    }
}
