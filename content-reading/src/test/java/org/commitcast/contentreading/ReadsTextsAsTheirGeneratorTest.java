package org.commitcast.contentreading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.commitcast.contentreading.SampleSite.jekyll;
import static org.commitcast.contentreading.SampleSite.site;

import org.commitcast.contentreading.finding.Finding;
import org.junit.jupiter.api.Test;

class ReadsTextsAsTheirGeneratorTest {

    private static final String HEAD = "---\ntitle: X\ndate: 2020-01-01\n---\n";

    private static SampleSite hugo(String config) {
        return site().with("hugo.toml", "baseURL = 'https://h.example/'\n" + config);
    }

    @Test
    void readsHugosMarkdownWithShortcodes() {
        var path = "content/posts/x.md";
        var site = hugo("[params]\nshow = 'The Show'\n")
                .with(
                        path,
                        HEAD
                                + """
                                ## The "first" one

                                {{< param show >}}: [next]({{< relref "y.md#part" >}}), [home]({{< ref "/about" >}}), <b>raw</b>

                                {{< youtube abc >}}

                                {{< own "thing" >}}
                                """);

        assertThat(site.document(path).html())
                .isEqualToIgnoringWhitespace(
                        """
                        <h2 id="the-first-one">The “first” one</h2>
                        <p>The Show: <a href="https://h.example/posts/y/#part">next</a>, \
                        <a href="https://h.example/about/">home</a>, raw</p>
                        <p><a href="https://www.youtube.com/watch?v=abc">https://www.youtube.com/watch?v=abc</a></p>
                        """);
        assertThat(site.read(path).findings())
                .extracting(Finding::rule, Finding::line)
                .containsExactly(tuple("content.shortcode", 11));
    }

    @Test
    void keepsHtmlWhereHugoIsToldTo() {
        assertThat(hugo("[markup.goldmark.renderer]\nunsafe = true\n")
                        .with("content/posts/x.md", HEAD + "<b>raw</b> -- x")
                        .document("content/posts/x.md")
                        .html())
                .isEqualTo("<p><b>raw</b> – x</p>\n");
    }

    @Test
    void linksToOtherFilesOfAJekyllSite() {
        var site = jekyll("url: https://j.example\nbaseurl: /blog\npermalink: /:year/:title/\n")
                .with(
                        "_posts/2020-01-02-x.md",
                        "---\ntitle: X\n---\n[a]({% post_url 2019-12-31-old-one %}) [b]({{ site.baseurl }}{% link files/a.pdf %})");

        assertThat(site.document("_posts/2020-01-02-x.md").html())
                .isEqualTo("<p><a href=\"https://j.example/blog/2019/old-one/\">a</a>"
                        + " <a href=\"https://j.example/blog/files/a.pdf\">b</a></p>\n");
        assertThat(site.read("_posts/2020-01-02-x.md").findings()).isEmpty();
    }

    @Test
    void linksToDocumentsInAFolderOfCollections() {
        var site = jekyll(
                        """
                        url: https://j.example
                        collections_dir: all
                        collections: {notes: {output: true}, days: {output: true, permalink: /:year/:title/}}
                        """)
                .with("all/_notes/n.md", "---\ntitle: N\n---\n")
                .with("all/_days/d.md", "---\ntitle: D\ndate: 2021-01-01\n---\n")
                .with(
                        "all/_posts/2020-01-02-x.md",
                        "---\ntitle: X\n---\n[a]({% post_url 2019-12-31-old %}) [b]({% link _notes/n.md %}) c{% link _days/d.md %}");

        assertThat(site.document("all/_posts/2020-01-02-x.md").html())
                .isEqualTo("<p><a href=\"https://j.example/2019/12/31/old.html\">a</a>"
                        + " <a href=\"https://j.example/notes/n.html\">b</a> c</p>\n");
        assertThat(site.read("all/_posts/2020-01-02-x.md").findings())
                .extracting(Finding::rule)
                .containsExactly("content.liquid");
    }

    @Test
    void linksToAPostThatIsNamedWithoutItsFolder() {
        var site = jekyll("url: https://j.example\n")
                .with("de/_posts/2020-01-05-de.md", "---\n---\n")
                .with("de/_posts/2020-01-06-twice.markdown", "---\n---\n")
                .with("fr/_posts/2020-01-06-twice.md", "---\n---\n")
                .with("_posts/sub/2020-01-08-s.html", "---\n---\n")
                .with(
                        "_posts/2020-01-02-x.md",
                        """
                        ---
                        title: X
                        ---
                        {% post_url 2020-01-05-de %} {% post_url /de/2020-01-05-de %} {% post_url fr/2020-01-06-twice %} \
                        {% post_url 2020-01-08-s %} {% post_url sub/2020-01-08-s %}
                        """);

        assertThat(site.document("_posts/2020-01-02-x.md").html())
                .isEqualTo("<p>/de/2020/01/05/de.html /de/2020/01/05/de.html /fr/2020/01/06/twice.html"
                        + " /2020/01/08/s.html /2020/01/08/s.html</p>\n");
    }

    @Test
    void readsZolasShortcodesAndLeavesBareAddressesAlone() {
        var site = site().with("zola.toml", "base_url = 'https://z.example'\n")
                .with(
                        "content/x.md",
                        "+++\ntitle = 'X'\ndate = 2020-01-01\n+++\n{{ vimeo(id=\"7\") }}\n\nhttps://a.example \"b\"");

        assertThat(site.document("content/x.md").html())
                .isEqualToIgnoringWhitespace("<p><a href=\"https://vimeo.com/7\">https://vimeo.com/7</a></p>"
                        + "<p>https://a.example \"b\"</p>");
    }

    @Test
    void readsAFolderOfMarkdownAsGitHubDoes() {
        var plain = site().with("posts/x.md", HEAD + "- [x] https://a.example \"b\"");
        var kramdown = site().with("posts/x.md", HEAD + "[a](https://a.example){:target=\"_blank\"} \"b\"");

        assertThat(plain.document("posts/x.md").html())
                .isEqualTo("<ul><li>☑ <a href=\"https://a.example\">https://a.example</a> \"b\"</li></ul>\n");
        assertThat(kramdown.document("posts/x.md").html())
                .isEqualTo(
                        "<p><a href=\"https://a.example\" target=\"_blank\" rel=\"noopener noreferrer\">a</a> “b”</p>\n");
    }
}
