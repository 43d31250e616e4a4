package org.commitcast.contentreading.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.commitcast.contentreading.SampleSite.site;

import java.util.regex.Pattern;
import org.commitcast.contentreading.SampleSite;
import org.commitcast.contentreading.finding.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The expected addresses are those of Hugo 0.111.3 for the same files. */
class HugoReferencesTest {

    private static final String PAGE = "---\ntitle: X\ndate: 2020-01-02\n---\n";
    private static final Pattern ADDRESS = Pattern.compile("href=\"https://h\\.example/sub(/[^\"]*)\"");

    private static SampleSite with(String folder, String referring, String reference) {
        var site = site().with(
                        folder + "hugo.toml",
                        "baseURL = 'https://h.example/sub/'\npermalinks.blog = '/b/:year/:slug/'\n");
        for (var page : new String[] {
            "posts/y.md",
            "posts/deep/z.md",
            "posts/deep/_index.md",
            "posts/deep/only2.md",
            "posts/bundle/index.md",
            "posts/UPPER.md",
            "docs/y.md",
            "docs/only.md",
            "docs/_index.md",
            "docs/sub/twin.md",
            "blog/twin.md",
            "about.md"
        }) {
            site.with(folder + "content/" + page, PAGE);
        }
        return site.with(folder + "content/" + referring, PAGE + "[x]({{< relref \"" + reference + "\" >}})");
    }

    private static String address(SampleSite site, String path) {
        return ADDRESS.matcher(site.document(path).html())
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource({
        "posts/a.md, y.md, /posts/y/",
        "posts/a.md, y, /posts/y/",
        "posts/a.md, ./y.md, /posts/y/",
        "posts/a.md, z.md, /posts/deep/z/",
        "posts/a.md, deep/z, /posts/deep/z/",
        "posts/a.md, /posts/deep/z, /posts/deep/z/",
        "posts/a.md, docs/y.md, /docs/y/",
        "posts/a.md, only.md, /docs/only/",
        "posts/a.md, /only, /docs/only/",
        "posts/a.md, only2, /posts/deep/only2/",
        "posts/a.md, bundle, /posts/bundle/",
        "posts/a.md, bundle/index.md, /posts/bundle/",
        "posts/a.md, docs, /docs/",
        "posts/a.md, docs/_index.md, /docs/",
        "posts/a.md, deep, /posts/deep/",
        "posts/a.md, ../docs/only.md, /docs/only/",
        "posts/a.md, upper.md, /posts/upper/",
        "posts/a.md, only.md#part, /docs/only/#part",
        "posts/a.md, twin.md, none",
        "posts/in/index.md, y.md, /posts/y/",
        "posts/in/index.md, ../about.md, none",
        "top.md, z.md, /posts/deep/z/",
        "top.md, posts/y.md, /posts/y/",
        "top.md, y.md, none",
        "top.md, /about, /about/"
    })
    void findsThePageThatHugoFinds(String referring, String reference, String expected) {
        assertThat(address(with("", referring, reference), "content/" + referring))
                .isEqualTo(expected);
        assertThat(address(with("website/", referring, reference), "website/content/" + referring))
                .isEqualTo(expected);
    }

    @Test
    void leavesOutAnAddressThatADateInTheOtherFileDecides() {
        var site = with("", "posts/a.md", "blog/twin.md");

        assertThat(site.read("content/posts/a.md").findings())
                .extracting(Finding::rule)
                .containsExactly("content.shortcode");
        assertThat(address(site.with("hugo.toml", "baseURL = 'https://h.example/sub/'\n"), "content/posts/a.md"))
                .isEqualTo("/blog/twin/");
    }

    @Test
    void takesAPageThatIsNotKnownForWhatItWillBe() {
        assertThat(address(with("", "posts/a.md", "/news/later.md"), "content/posts/a.md"))
                .isEqualTo("/news/later/");
        assertThat(address(with("", "posts/a.md", "later"), "content/posts/a.md"))
                .isEqualTo("/posts/later/");
    }
}
