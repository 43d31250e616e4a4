package org.commitcast.contentreading.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.contentreading.SampleSite.jekyll;

import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.path.InputKind;
import org.junit.jupiter.api.Test;

class JekyllFoldersTest {

    private static final String URL = "url: https://a.example\n";
    private static final String PAGE = "---\ntitle: X\ndate: 2020-01-02\n---\nText.\n";

    private static String url(SampleSite site, String path) {
        return site.with(path, PAGE).document(path).address().url();
    }

    @Test
    void knowsDraftsAndPublishesNone() {
        var site = jekyll(URL + "unpublished: true\nshow_drafts: true\n")
                .with("_drafts/idea.md", "---\ntitle: An idea\nfile: https://a.example/1.mp3\n---\n“Not done")
                .with("notes/_drafts/other.md", "---\ntitle: [\n---\n");
        var draft = site.document("_drafts/idea.md");

        assertThat(draft.about().title()).isEqualTo("An idea");
        assertThat(draft.release().published()).isFalse();
        assertThat(site.read("_drafts/idea.md").findings()).isEmpty();
        assertThat(site.read("notes/_drafts/other.md").findings()).isEmpty();
        assertThat(site.check().findings()).isEmpty();
    }

    @Test
    void looksForCollectionsAndPostsInTheFolderThatIsTheirs() {
        var config = URL
                + """
                collections_dir: ./stuff/
                collections: {shows: {output: true}}
                defaults:
                - {scope: {path: stuff/_shows}, values: {author: Ada}}
                - {scope: {path: _posts}, values: {author: Bea}}
                """;
        var site = jekyll(config);

        assertThat(url(site, "stuff/_posts/2020-01-03-c.md")).isEqualTo("https://a.example/2020/01/02/c.html");
        assertThat(url(site, "stuff/sub/_posts/2020-01-05-f.md")).isEqualTo("https://a.example/sub/2020/01/02/f.html");
        assertThat(url(site, "stuff/_shows/s.md")).isEqualTo("https://a.example/shows/s.html");
        assertThat(site.document("stuff/_shows/s.md").about().authors()).containsExactly("Ada");
        assertThat(site.document("stuff/_posts/2020-01-03-c.md").about().authors())
                .containsExactly("Bea");
        assertThat(site.reader().classify("_posts/2020-01-01-a.md")).isEqualTo(InputKind.IGNORED);
    }

    @Test
    void readsTheSiteWhereItsSourceIs() {
        var site = jekyll(URL + "source: ./src\n").with("_posts/2020-01-01-a.md", PAGE);

        assertThat(url(site, "src/blog/_posts/2020-01-04-e.md")).isEqualTo("https://a.example/blog/2020/01/02/e.html");
        assertThat(site.reader().classify("_posts/2020-01-01-a.md")).isEqualTo(InputKind.IGNORED);
        assertThat(site.reader().rules().generator().configuration()).contains("_config.yml");
    }

    /** Each as Jekyll 4.3 decides it. */
    @Test
    void leavesOutWhatIsExcludedUnlessItIsIncluded() {
        var reader = jekyll(
                        """
                        collections: {talks: {output: true}}
                        exclude: [skip, "_posts/2020-01-09-*", "*.secret.md", _talks/old, b.md, "_talks/w*"]
                        include: [_posts/2020-01-09-kept.md, 2020-01-09-named.md, _under, b.md]
                        """)
                .reader();

        assertThat(reader.classify("_posts/2020-01-09-x.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_posts/2020-01-09-kept.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_posts/2020-01-09-named.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("_posts/2020-01-07-z.secret.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_posts/2020-01-06-skip.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("skip/_posts/2020-01-01-s.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_talks/old/t.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_talks/older.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_talks/w/a.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_talks/_under.md")).isEqualTo(InputKind.DOCUMENT);
        assertThat(reader.classify("_talks/_other.md")).isEqualTo(InputKind.IGNORED);
        assertThat(reader.classify("_talks/b.md")).isEqualTo(InputKind.DOCUMENT);
    }

    @Test
    void comparesLongPatternsInLittleTime() {
        assertThat(FilePattern.isMeant("*a".repeat(500) + "c", "a".repeat(4000)))
                .isFalse();
        assertThat(FilePattern.isMeant("*/x?.md", "a/b/xy.md")).isTrue();
    }
}
