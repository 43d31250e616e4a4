package org.commitcast.contentreading.jekyll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.Map;
import org.commitcast.contentreading.finding.Finding;
import org.commitcast.contentreading.finding.Findings;
import org.junit.jupiter.api.Test;

class LiquidTextTest {

    private final Findings findings = new Findings("x.md");
    private final LiquidText liquid =
            new LiquidText(Map.of("site.url", "https://a.example", "page.title", "T"), findings);

    @Test
    void putsInPlainValues() {
        assertThat(liquid.resolve("{{ site.url }}/x {{page.title | strip}} {{ '/y' | absolute_url }}", 1))
                .isEqualTo("https://a.example/x T https://a.example/y");
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
                .containsExactly(tuple("liquid.left-out", 11, 3), tuple("liquid.left-out", 12, 3));
    }
}
