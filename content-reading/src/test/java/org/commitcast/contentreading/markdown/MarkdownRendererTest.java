package org.commitcast.contentreading.markdown;

import org.junit.jupiter.api.Test;

/** What kramdown makes of the same sources. */
class MarkdownRendererTest {

    private static void assertRendering(String source, String expected) {
        Renderings.assertRendering(MarkdownRenderer.kramdown(), source, expected);
    }

    @Test
    void setsQuotesDashesAndEllipses() {
        assertRendering("\"It's\" 'so' -- the '80s --- well...", "<p>“It’s” ‘so’ – the ’80s — well…</p>");
        assertRendering(
                "*foo*'s \"[link](/x)\" << a >>", "<p><em>foo</em>’s “<a href=\"/x\">link</a>” «\u00A0a\u00A0»</p>");
        assertRendering("`\"a\" --` \\\"b\\\" &quot;c&quot;", "<p><code>\"a\" --</code> \"b\" \"c\"</p>");
    }

    @Test
    void givesAttributesToLinksAndBlocks() {
        assertRendering(
                "[a](/x){:target=\"_blank\" .wide} and *b*{: #c}",
                "<p><a href=\"/x\" target=\"_blank\" class=\"wide\">a</a> and <em id=\"c\">b</em></p>");
        assertRendering(
                "A text\n{: .lead}\n\n- a\n- b\n{: .steps}",
                """
                <p class="lead">A text</p>
                <ul class="steps"><li>a</li><li>b</li></ul>
                """);
    }

    @Test
    void givesHeadingsTheirIds() {
        assertRendering(
                "# What's new? & `x_y`\n\n# What's new? & `x_y`\n\n## Own {#mine}",
                """
                <h1 id="whats-new--x_y">What’s new? &amp; <code>x_y</code></h1>
                <h1 id="whats-new--x_y-1">What’s new? &amp; <code>x_y</code></h1>
                <h2 id="mine">Own</h2>
                """);
    }

    @Test
    void countsAHeadingRightBelowAnItemIntoTheItem() {
        assertRendering(
                "- a\n- b\n## Credits\nText\n\nMore",
                """
                <ul><li>a</li><li>b
                <h2 id="credits">Credits</h2>
                <p>Text</p>
                </li></ul>
                <p>More</p>
                """);
    }

    @Test
    void letsEachItemDecideWhetherItIsAParagraph() {
        assertRendering("- a\n- b\n\n- c", "<ul><li>a</li><li><p>b</p></li><li>c</li></ul>");
        assertRendering("- a\n\n- b", "<ul><li><p>a</p></li><li><p>b</p></li></ul>");
    }

    @Test
    void joinsListsWithDifferentMarksAndCountsFromOne() {
        assertRendering("- a\n* b", "<ul><li>a</li><li>b</li></ul>");
        assertRendering("text\n3. c\n4. d", "<p>text</p><ol><li>c</li><li>d</li></ol>");
    }

    @Test
    void makesTablesOfLinesWithPipes() {
        assertRendering(
                "- [a | b](/x)\n",
                """
                <ul><li><table><tbody>
                <tr><td>[a</td><td>b](/x)</td></tr>
                </tbody></table></li></ul>
                """);
        assertRendering("a `|` b", "<p>a <code>|</code> b</p>");
        assertRendering("a | b\nno pipe", "<p>a | b\nno pipe</p>");
    }

    @Test
    void alignsCellsByStyle() {
        assertRendering(
                "|a|b|\n|:-|--|\n|1|2|\n",
                """
                <table><thead><tr><th style="text-align: left">a</th><th>b</th></tr></thead>
                <tbody><tr><td style="text-align: left">1</td><td>2</td></tr></tbody></table>
                """);
    }

    @Test
    void linksNoBareAddresses() {
        assertRendering("see https://a.example/ ~~or~~ not", "<p>see https://a.example/ <del>or</del> not</p>");
    }
}
