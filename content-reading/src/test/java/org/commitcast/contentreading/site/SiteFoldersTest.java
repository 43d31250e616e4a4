package org.commitcast.contentreading.site;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.jekyll;
import static org.commitcast.contentreading.SampleSite.site;

import java.util.Optional;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.path.InputKind;
import org.junit.jupiter.api.Test;

class SiteFoldersTest {

    private static final String PAGE = "---\ntitle: X\ndate: 2020-01-02\n---\n";
    private static final String JEKYLL = "url: https://a.example\n";

    private static SampleSite inWebsite() {
        return site().with("README.md", "# A program\n")
                .with("website/_config.yml", JEKYLL)
                .with("website/_posts/2020-01-02-x.md", "---\ntitle: X\n---\n[y]({% link _posts/2020-01-03-y.md %})");
    }

    @Test
    void findsTheOnlyFolderThatIsASite() {
        var reader = inWebsite().reader();
        var rules = reader.rules();
        var document = inWebsite().document("website/_posts/2020-01-02-x.md");

        assertThat(rules.generator().name()).isEqualTo("jekyll");
        assertThat(rules.get(Setting.FOLDER)).contains("website");
        assertThat(rules.sourceOf(rules.effective(Setting.FOLDER))).isEqualTo("website/_config.yml");
        assertThat(document.path()).isEqualTo("website/_posts/2020-01-02-x.md");
        assertThat(document.address().url()).isEqualTo("https://a.example/2020/01/02/x.html");
        assertThat(document.html()).contains("https://a.example/2020/01/03/y.html");
        assertThat(reader.classify("README.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("website/_config.yml")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("website/CNAME")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("_config.yml")).isEqualTo(InputKind.SHARED);
        assertThat(reader.classify("other/_config.yml")).isEqualTo(InputKind.SHARED);
    }

    @Test
    void readsHugoInAFolder() {
        var site = site().with("docs/config/_default/hugo.toml", "baseURL = 'https://h.example/'\n")
                .with("docs/content/posts/_index.md", "---\ncascade: {author: Ada}\n---\n")
                .with("docs/content/posts/x.md", PAGE);
        var document = site.document("docs/content/posts/x.md");

        assertThat(document.address().url()).isEqualTo("https://h.example/posts/x/");
        assertThat(document.about().authors()).containsExactly("Ada");
        assertThat(site.reader().classify("docs/content/posts/_index.md")).isEqualTo(InputKind.SHARED);
        assertThat(site.reader().rules().sourceOf(site.reader().rules().effective(Setting.FOLDER)))
                .isEqualTo("docs/config/_default/hugo.toml");
    }

    @Test
    void prefersTheRootAndTakesTheFolderThatHoldsContentOfSeveral() {
        var root =
                inWebsite().with("_config.yml", "url: https://root.example\n").with("_posts/2020-01-02-r.md", PAGE);
        var several = inWebsite().with("docs/_config.yml", JEKYLL).with("docs/a.md", PAGE);

        assertThat(root.document("_posts/2020-01-02-r.md").address().url())
                .isEqualTo("https://root.example/2020/01/02/r.html");
        assertThat(root.reader().classify("website/_config.yml")).isEqualTo(InputKind.IGNORED);
        assertThat(several.reader().rules().get(Setting.FOLDER)).contains("website");
        assertThat(several.reader().findings())
                .extracting(Finding::rule, Finding::message)
                .containsExactly(tuple(
                        "site-file.folder",
                        "There are sites in folders (docs/, website/), and website/ is read;"
                                + " say with 'folder' which one is meant ('.' for the repository)."));
        assertThat(several.with(Setting.FOLDER, "docs").reader().findings()).isEmpty();
    }

    @Test
    void takesTheLeastDeepOfSeveralSitesThenByName() {
        var site = site().with("a/b/_config.yml", JEKYLL)
                .with("z/_config.yml", JEKYLL)
                .with("y/_config.yml", JEKYLL);

        assertThat(site.reader().rules().get(Setting.FOLDER)).contains("y");
        assertThat(site.with("z/_posts/2020-01-02-x.md", PAGE).reader().rules().get(Setting.FOLDER))
                .contains("z");
    }

    @Test
    void staysInTheRootWhereDatedDocumentsLieOutsideOfTheFolder() {
        var site = site().with("README.md", "# Notes\n")
                .with("shows/one.md", PAGE)
                .with("docs/_config.yml", JEKYLL)
                .with("docs/guide/x.md", PAGE);
        var reader = site.reader();

        assertThat(reader.rules().get(Setting.FOLDER)).isEmpty();
        assertThat(reader.rules().generator().name()).isEqualTo("markdown");
        assertThat(site.document("shows/one.md").address().url()).isEqualTo("/shows/one.html");
        assertThat(reader.findings())
                .extracting(Finding::rule, Finding::message)
                .containsExactly(tuple(
                        "site-file.folder",
                        "There are sites in folders (docs/), and what lies outside of them is read;"
                                + " say with 'folder' which one is meant ('.' for the repository)."));
    }

    @Test
    void takesNoTextsOfAProgramForDocuments() {
        var site = site().with("docs/_config.yml", JEKYLL)
                .with("guide/a.md", "---\ntitle: No date\n---\n")
                .with("2020-01-02-release.md", "No front matter\n")
                .with(".github/a.md", PAGE)
                .with("tests/a.md", PAGE);

        assertThat(site.reader().rules().get(Setting.FOLDER)).contains("docs");
        assertThat(site.reader().findings()).isEmpty();
        assertThat(inWebsite()
                        .with("decisions/0001-dated.md", PAGE)
                        .reader()
                        .rules()
                        .get(Setting.FOLDER))
                .contains("website");
    }

    @Test
    void knowsWhichChangesMayMoveTheSite() {
        var undated = Optional.of("---\ntitle: x\n---\n".getBytes(UTF_8));
        var dated = Optional.of(PAGE.getBytes(UTF_8));
        var empty = site().with("docs/_config.yml", JEKYLL).reader();
        var full = inWebsite().with("docs/_config.yml", JEKYLL).reader();

        assertThat(empty.holdsWith("guide/a.md")).isFalse();
        assertThat(empty.concernsOthers("guide/a.md")).isTrue();
        assertThat(empty.saysTheSame("guide/a.md", undated, dated)).isFalse();
        assertThat(empty.saysTheSame("guide/a.md", Optional.empty(), undated)).isTrue();
        assertThat(empty.saysTheSame("guide/a.md", dated, Optional.empty())).isFalse();
        assertThat(full.concernsOthers("guide/a.md")).isFalse();
        assertThat(full.concernsOthers("website/_posts/2020-01-02-x.md")).isFalse();
        assertThat(full.saysTheSame("docs/_posts/2020-01-02-x.md", Optional.empty(), dated))
                .isFalse();
        assertThat(full.saysTheSame("docs/_posts/2020-01-02-x.md", undated, dated))
                .isTrue();
        assertThat(jekyll(JEKYLL).reader().concernsOthers("guide/a.md")).isFalse();
    }

    @Test
    void takesNoFolderThatSomebodyElseBrought() {
        var site = site().with("themes/x/exampleSite/hugo.toml", "baseURL = 'https://x.example'\n")
                .with("node_modules/y/_config.yml", JEKYLL)
                .with("tools/config.json", "{}")
                .with("posts/a.md", PAGE);

        assertThat(site.reader().rules().generator().name()).isEqualTo("markdown");
        assertThat(site.reader().rules().get(Setting.FOLDER)).isEmpty();
        assertThat(inWebsite()
                        .with(Setting.FOLDER, "")
                        .document("website/_posts/2020-01-02-x.md")
                        .address()
                        .url())
                .isEqualTo("/website/2020/01/02/x.html");
    }

    @Test
    void takesFoldersThatAreNamedAndRefusesThoseThatLeaveTheRepository() {
        assertThat(SettingValues.folder("./a/b/")).contains("a/b");
        assertThat(SettingValues.folder("/")).contains("");
        assertThat(SettingValues.folder(".")).contains("");
        assertThat(SettingValues.folder("a/../b")).isEmpty();
        assertThat(SettingValues.folder("..")).isEmpty();
        assertThat(site().with(".commitcast.yml", "folder: blog\ngenerator: jekyll\n")
                        .with("blog/_posts/2020-01-02-x.md", PAGE)
                        .document("blog/_posts/2020-01-02-x.md")
                        .address()
                        .url())
                .isEqualTo("/2020/01/02/x.html");
    }

    @Test
    void joinsATranscriptThatNamesItsEpisodeAsTheSiteDoes() {
        var site = inWebsite()
                .with("transcripts/1.md", "---\nepisode: _posts/2020-01-02-x.md\n---\n0:01 Words.\n")
                .with("transcripts/2.md", "---\nepisode: website/_posts/2020-01-02-x.md\n---\n0:01 Words.\n");

        assertThat(site.read("transcripts/1.md")
                        .transcript()
                        .orElseThrow()
                        .key()
                        .episodePath())
                .isEqualTo("website/_posts/2020-01-02-x.md");
        assertThat(site.read("transcripts/2.md")
                        .transcript()
                        .orElseThrow()
                        .key()
                        .episodePath())
                .isEqualTo("website/_posts/2020-01-02-x.md");
    }
}
