package org.commitcast.contentreading.hugo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.site;

import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.document.Document;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Severity;
import org.commitcast.contentreading.path.InputKind;
import org.junit.jupiter.api.Test;

class HugoSectionsTest {

    private static final String PAGE = "---\ntitle: X\ndate: 2020-01-02\n---\n";

    private static SampleSite hugo(String home) {
        return site().with("hugo.toml", "baseURL = 'https://h.example/'\n[languages.en]\n[languages.fr]\n")
                .with("content/_index.md", home);
    }

    private static List<String> authors(SampleSite site, String path) {
        return site.document(path).about().authors();
    }

    @Test
    void givesPagesWhatTheNearestSectionCascades() {
        var site = hugo("+++\n[[cascade]]\nauthor = 'Home'\n[cascade._target]\nkind = '{page,section}'\n+++\n")
                .with(
                        "content/blog/_index.md",
                        """
                        { "cascade": [ {"author": "Deep", "_target": {"path": "/blog/deep/**"}},
                                       {"Author": "Lists", "target": {"kind": "section"}},
                                       {"author": "French", "_target": {"lang": "fr"}} ] }
                        """)
                .with("content/news/_index.md", "---\ncascade:\n  author: News\n  slug: same\n---\n")
                .with("content/blog/x.md", PAGE)
                .with("content/blog/deep/y.md", PAGE)
                .with("content/blog/deep/b/index.md", PAGE)
                .with("content/blog/z.fr.md", PAGE)
                .with("content/news/a/n.md", PAGE)
                .with("content/news/own.md", "---\ntitle: X\ndate: 2020-01-02\nauthor: Own\n---\n");

        assertThat(authors(site, "content/blog/x.md")).containsExactly("Home");
        assertThat(authors(site, "content/blog/deep/y.md")).containsExactly("Deep");
        assertThat(authors(site, "content/blog/deep/b/index.md")).containsExactly("Deep");
        assertThat(authors(site, "content/blog/z.fr.md")).isEmpty();
        assertThat(authors(site, "content/news/a/n.md")).containsExactly("News");
        assertThat(authors(site, "content/news/own.md")).containsExactly("Own");
        assertThat(site.document("content/news/a/n.md").address().url()).isEqualTo("https://h.example/news/a/same/");
    }

    @Test
    void cascadesInEachLanguageForItself() {
        var site = hugo("---\n---\n")
                .with("content/blog/_index.fr.md", "---\ncascade:\n  author: Blogue\n---\n")
                .with("content/blog/x.md", PAGE)
                .with("content/blog/x.fr.md", PAGE);

        assertThat(authors(site, "content/blog/x.md")).isEmpty();
        assertThat(authors(site, "content/blog/x.fr.md")).containsExactly("Blogue");
    }

    @Test
    void publishesNothingBelowASectionThatIsADraft() {
        var site = hugo("---\n---\n")
                .with("content/news/_index.md", "---\ndraft: true\n---\n")
                .with("content/hidden/_index.md", "---\ncascade:\n  draft: true\n---\n")
                .with("content/open/_index.md", "---\ndraft: false\n---\n")
                .with("content/news/deep/n.md", PAGE)
                .with("content/hidden/shown.md", "---\ntitle: X\ndate: 2020-01-02\ndraft: false\n---\n")
                .with("content/open/o.md", PAGE);

        assertThat(site.document("content/news/deep/n.md").release().published())
                .isFalse();
        assertThat(site.document("content/hidden/shown.md").release().published())
                .isFalse();
        assertThat(site.document("content/open/o.md").release().published()).isTrue();
    }

    @Test
    void keepsPagesWithinTheDatesOfTheirSections() {
        var site = hugo("---\n---\n")
                .with("content/soon/_index.md", "---\npublished: true\ndate: 2030-01-01\n---\n")
                .with("content/soon/a.md", PAGE)
                .with("content/soon/deep/b.md", "---\ntitle: X\ndate: 2020-01-02\npublishDate: 2031-01-01\n---\n")
                .with("content/gone/_index.md", "---\nexpiryDate: 2021-01-01\n---\n")
                .with("content/gone/a.md", PAGE)
                .with("content/gone/b.md", "---\ntitle: X\ndate: 2020-01-02\nexpiryDate: 2020-06-01\n---\n")
                .with("content/below/_index.md", "---\ncascade: {publishDate: 2032-01-01}\n---\n")
                .with("content/below/in/_index.md", "---\npublishDate: 2020-01-01\n---\n")
                .with("content/below/in/a.md", "---\ntitle: X\ndate: 2020-01-02\npublishDate: 2020-01-02\n---\n")
                .with("content/open/a.md", PAGE);

        assertThat(site.document("content/soon/a.md").release().from()).isEqualTo("2030-01-01T00:00:00Z");
        assertThat(site.document("content/soon/deep/b.md").release().from()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(site.document("content/gone/a.md").release().until()).isEqualTo("2021-01-01T00:00:00Z");
        assertThat(site.document("content/gone/b.md").release().until()).isEqualTo("2020-06-01T00:00:00Z");
        assertThat(site.document("content/below/in/a.md").release().from()).isEqualTo("2032-01-01T00:00:00Z");
        assertThat(site.document("content/open/a.md").release().until()).isNull();
    }

    @Test
    void takesAWholeKeyOfTheCascadeOrNone() {
        var site = hugo("---\ncascade:\n  _build: {render: never}\n---\n")
                .with("content/a/p.md", PAGE)
                .with("content/a/q.md", "---\ntitle: X\ndate: 2020-01-02\n_build: {list: always}\n---\n");

        assertThat(site.document("content/a/p.md"))
                .extracting(Document::release)
                .matches(release -> !release.published());
        assertThat(site.document("content/a/q.md").release().published()).isTrue();
    }

    @Test
    void sharesASectionsPageAsFarAsItSpeaksOfOthers() {
        var reader = hugo("---\n---\n").reader();
        var before = Optional.of("---\ntitle: A\ncascade: {author: B}\n---\nOld".getBytes(UTF_8));
        var after = Optional.of("---\ncascade:\n  author: B\ntitle: C\n---\nNew".getBytes(UTF_8));
        var other = Optional.of("---\ncascade:\n  author: C\n---\n".getBytes(UTF_8));

        assertThat(reader.classify("content/blog/_index.md")).isEqualTo(InputKind.SHARED);
        assertThat(reader.saysTheSame("content/blog/_index.md", before, after)).isTrue();
        assertThat(reader.saysTheSame("content/blog/_index.md", before, other)).isFalse();
        assertThat(reader.saysTheSame("content/blog/_index.md", before, Optional.empty()))
                .isFalse();
        assertThat(reader.saysTheSame(
                        "content/blog/_index.md",
                        before,
                        Optional.of("---\ncascade: {author: B}\ndate: 2020-01-01\n---".getBytes(UTF_8))))
                .isFalse();
        assertThat(reader.saysTheSame("hugo.toml", before, before)).isFalse();
    }

    @Test
    void takesNoBrokenPageOfASectionForOneThatSaysNothing() {
        var reader = hugo("---\n---\n").reader();
        var broken = Optional.of("---\ncascade: [\n---\n".getBytes(UTF_8));
        var silent = Optional.of("---\n---\n".getBytes(UTF_8));

        // It counted as it was before it broke, which may have been a draft.
        assertThat(reader.saysTheSame("content/blog/_index.md", broken, silent)).isFalse();
        assertThat(reader.saysTheSame("content/blog/_index.md", silent, broken)).isFalse();
    }

    @Test
    void tellsOfASectionsPageThatCannotBeRead() {
        var site = hugo("---\ncascade: [\n---\n").with("content/a/p.md", PAGE);

        assertThat(site.reader().findings())
                .extracting(Finding::path, Finding::severity)
                .containsOnly(tuple("content/_index.md", Severity.ERROR));
        assertThat(site.document("content/a/p.md").release().published()).isTrue();
    }

    @Test
    void spreadsTheWordsOfAPattern() {
        var glob = new PathGlob("/{blog,news}/**.md");

        assertThat(glob.matches("/News/a/b.md")).isTrue();
        assertThat(glob.matches("/docs/b.md")).isFalse();
        assertThat(new PathGlob("/*/a").matches("/b/c/a")).isFalse();
        assertThat(new PathGlob("/b?/*").matches("/bc/")).isTrue();
        assertThat(new PathGlob("**a".repeat(160)).matches("a".repeat(4000) + "b"))
                .isFalse();
    }
}
