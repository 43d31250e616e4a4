package org.commitcast.contentreading.shortcode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class ShortcodesTest {

    private final Findings findings = new Findings("x.md");
    private final PageFacts facts = new PageFacts() {
        @Override
        public Optional<String> parameter(String name) {
            return Optional.ofNullable(Map.of("host", "Ada").get(name));
        }

        @Override
        public Optional<String> page(String reference) {
            return reference.equals("other.md") ? Optional.of("https://a.example/other/") : Optional.empty();
        }
    };

    private String hugo(String text) {
        var resolved = new Shortcodes(Syntax.HUGO, facts, findings).resolve(text, 5);
        return resolved.placedIn(resolved.text());
    }

    @Test
    void putsInAddressesAndParameters() {
        assertThat(hugo("[a]({{< ref \"other.md\" >}}) [b]({{% relref `other.md` %}}) {{< param host >}}"))
                .isEqualTo("[a](https://a.example/other/) [b](https://a.example/other/) Ada");
        assertThat(findings.list()).isEmpty();
    }

    @Test
    void leavesLinksToWhatIsEmbedded() {
        assertThat(
                        hugo(
                                "{{< youtube w7Ft2ymGmfc >}}|{{< youtube id=\"abc\" autoplay=\"true\" >}}|{{< vimeo 146022717 >}}"))
                .isEqualTo(
                        "<p><a href=\"https://www.youtube.com/watch?v=w7Ft2ymGmfc\">https://www.youtube.com/watch?v=w7Ft2ymGmfc</a></p>"
                                + "|<p><a href=\"https://www.youtube.com/watch?v=abc\">https://www.youtube.com/watch?v=abc</a></p>"
                                + "|<p><a href=\"https://vimeo.com/146022717\">https://vimeo.com/146022717</a></p>");
        assertThat(
                        hugo(
                                "{{< gist jo 50a7482715eac222 >}}{{< tweet user=\"jo\" id=\"12\" >}}{{< x user=\"jo\" id=\"12\" >}}"))
                .contains("https://gist.github.com/jo/50a7482715eac222\"")
                .contains("https://twitter.com/jo/status/12\"")
                .contains("https://x.com/jo/status/12\"");
    }

    @Test
    void writesFiguresAndHighlightedCode() {
        assertThat(hugo("{{< figure src=\"/a.png\" alt=\"A <b>\" caption=\"C & D\" link=\"/big\" >}}"))
                .isEqualTo("<figure><a href=\"/big\"><img src=\"/a.png\" alt=\"A &lt;b&gt;\"></a>"
                        + "<figcaption><p>C &amp; D</p></figcaption></figure>");
        assertThat(hugo("{{< highlight go \"linenos=true\" >}}\na < *b*\n{{< /highlight >}} c"))
                .isEqualTo("<pre><code class=\"language-go\">a &lt; *b*\n</code></pre> c");
    }

    @Test
    void leavesOutTheRestWithItsPlaceAndKeepsTheTextBetween() {
        assertThat(hugo("a\nb {{% notice warning %}}*c*{{% /notice %}} {{< youtube \"<script>\" >}}d"))
                .isEqualTo("a\nb *c* d");
        assertThat(findings.list())
                .extracting(Finding::rule, Finding::line, Finding::column)
                .containsExactly(tuple("content.shortcode", 6, 3), tuple("content.shortcode", 6, 44));
    }

    @Test
    void showsExamplesAsTheyAreMeant() {
        assertThat(hugo("{{</* youtube x */>}} {{%/* y */%}} {{ z }} {{< open"))
                .isEqualTo("{{< youtube x >}} {{% y %}} {{ z }} {{< open");
    }

    @Test
    void keepsHtmlApartUntilTheTextIsRendered() {
        var resolved = new Shortcodes(Syntax.HUGO, facts, findings).resolve("{{< vimeo 1 >}}", 1);

        assertThat(resolved.text()).doesNotContain("<");
        assertThat(resolved.placedIn("<p>" + resolved.text() + "</p>\n"))
                .isEqualTo("<p><a href=\"https://vimeo.com/1\">https://vimeo.com/1</a></p>\n");
    }

    @Test
    void understandsZolasForm() {
        var resolved = new Shortcodes(Syntax.ZOLA, facts, findings)
                .resolve("{{ youtube(id=\"abc\", autoplay=true) }} {% quote(author=\"x\") %}said{% end %}", 1);

        assertThat(resolved.placedIn(resolved.text()))
                .isEqualTo(
                        "<p><a href=\"https://www.youtube.com/watch?v=abc\">https://www.youtube.com/watch?v=abc</a></p> said");
        assertThat(findings.list()).extracting(Finding::column).containsExactly(40);
    }
}
