package org.commitcast.contentreading.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class LiquidTextTest {

    private final Findings findings = new Findings("x.md");
    private final LiquidText liquid = new LiquidText(
            Map.of(
                    "site.url", "https://a.example",
                    "site.baseurl", "/base",
                    "page.title", "T",
                    "page.video", "abc"),
            path -> Optional.of("/base/to/" + path).filter(address -> !path.startsWith("gone")),
            findings);

    @Test
    void putsInPlainValues() {
        assertThat(liquid.resolve("{{ site.url }}/x {{page.title | strip}} {{ '/y' | absolute_url }}", 1))
                .isEqualTo("https://a.example/x T https://a.example/base/y");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void understandsRawBlocksAndComments() {
        assertThat(liquid.resolve("a{% raw %}{{ b }}{% endraw %}{% comment %}c{% endcomment %}d", 1))
                .isEqualTo("a{{ b }}d");
    }

    @Test
    void leavesOutTheRestWithItsPlace() {
        assertThat(liquid.resolve("a\n  {%- include player.html -%}\nb {{ x | y }}", 10))
                .isEqualTo("ab ");
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(tuple("content.liquid", 11, 3), tuple("content.liquid", 12, 3));
    }

    @Test
    void appliesTheFiltersThatOnlyChangeText() {
        assertThat(liquid.resolve(
                        "{{ '/x y.png' | prepend: site.baseurl | prepend: site.url | uri_escape }} {{ page.none | default: 'd' }}"
                                + " {{ page.title | append: \"|\" | downcase }} {{ 'a-b' | replace: '-', '+' }}",
                        1))
                .isEqualTo("https://a.example/base/x%20y.png d t| a+b");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void linksToOtherFiles() {
        assertThat(liquid.resolve("{% post_url 2020-01-01-x %} {% post_url de/2020-01-01-x %} {% link a/b.pdf %}", 1))
                .isEqualTo("/base/to/_posts/2020-01-01-x.md /base/to/de/_posts/2020-01-01-x.md /base/to/a/b.pdf");
        assertThat(liquid.resolve("({{ site.baseurl }}{% post_url 2020-01-01-x %})", 1))
                .isEqualTo("(/base/to/_posts/2020-01-01-x.md)");
        assertThat(findings.list()).isEmpty();

        assertThat(liquid.resolve("{% link gone.md %}", 1)).isEmpty();
        assertThat(findings.list()).extracting(Finding::rule).containsExactly("content.liquid");
    }

    @Test
    void leavesLinksToWhatIncludesEmbed() {
        assertThat(liquid.resolve("{% include embed/youtubePlayer.html id=page.video %}", 1))
                .isEqualTo(
                        "<p><a href=\"https://www.youtube.com/watch?v=abc\">https://www.youtube.com/watch?v=abc</a></p>");
        assertThat(liquid.resolve("{% vimeo 12 %}{% gist jo/1a %}{% include video id=\"9\" provider=\"vimeo\" %}", 1))
                .contains("https://vimeo.com/12\"", "https://gist.github.com/jo/1a\"", "https://vimeo.com/9\"");
        assertThat(liquid.resolve("{% include figure.html src='/a.png' alt=\"A\" caption=\"B\" %}", 1))
                .isEqualTo("<figure><img src=\"/a.png\" alt=\"A\"><figcaption><p>B</p></figcaption></figure>");
        assertThat(findings.list()).isEmpty();
    }
}
