package org.commitcast.contentreading.markdown;

import org.junit.jupiter.api.Test;

/** The rarer forms, each with what kramdown 2.4 makes of it. */
class KramdownTest {

    private static void assertRendering(String source, String expected) {
        Renderings.assertRendering(MarkdownRenderer.kramdown(), source, expected);
    }

    @Test
    void numbersFootnotesByTheirFirstUse() {
        assertRendering(
                """
                One[^b], two[^a], again[^b], unknown[^x].

                [^a]: Of *a*.

                [^b]:
                    - a list

                [^unused]: Nobody asks.
                """,
                """
                <p>One<sup id="fnref:b" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup>, \
                two<sup id="fnref:a" role="doc-noteref"><a href="#fn:a" class="footnote" rel="footnote">2</a></sup>, \
                again<sup id="fnref:b:1" role="doc-noteref"><a href="#fn:b" class="footnote" rel="footnote">1</a></sup>, \
                unknown[^x].</p>
                <div class="footnotes" role="doc-endnotes"><ol>
                <li id="fn:b" role="doc-endnote"><ul><li>a list</li></ul>
                <p><a href="#fnref:b" class="reversefootnote" role="doc-backlink">↩</a>&nbsp;\
                <a href="#fnref:b:1" class="reversefootnote" role="doc-backlink">↩<sup>2</sup></a></p></li>
                <li id="fn:a" role="doc-endnote"><p>Of <em>a</em>.&nbsp;\
                <a href="#fnref:a" class="reversefootnote" role="doc-backlink">↩</a></p></li>
                </ol></div>
                """);
    }

    @Test
    void makesListsOfTermsAndDefinitions() {
        assertRendering(
                """
                Feed
                Channel
                : what readers "poll"
                : and more

                Guid

                :   a paragraph

                    and a second
                """,
                """
                <dl><dt>Feed</dt><dt>Channel</dt><dd>what readers “poll”</dd><dd>and more</dd>
                <dt>Guid</dt><dd><p>a paragraph</p><p>and a second</p></dd></dl>
                """);
        assertRendering("a : b\n:c", "<p>a : b\n:c</p>");
    }

    @Test
    void readsAnHtmlElementUpToItsOwnEndAcrossBlankLines() {
        assertRendering(
                """
                <div class="box">
                *as it is*

                <div>inner</div>
                </div> *after*

                <img src="/a.png">
                """,
                """
                <div class="box">
                *as it is*

                <div>inner</div>
                </div>
                <p><em>after</em></p>
                <p><img src="/a.png"></p>
                """);
    }

    @Test
    void readsMarkdownInHtmlThatAsksForIt() {
        assertRendering(
                "<div markdown=\"1\">\n## Inner *x*\n\n- a\n</div>\n\n<p markdown=\"1\">*y*</p>",
                "<div><h2 id=\"inner-x\">Inner <em>x</em></h2><ul><li>a</li></ul></div><p><em>y</em></p>");
    }

    @Test
    void putsATableOfContentsWhereItIsAskedFor() {
        assertRendering(
                "# Top\n{:.no_toc}\n\n* here\n{:toc}\n\n## A [b](/x)\n### C\n## D",
                """
                <h1 class="no_toc" id="top">Top</h1>
                <ul id="markdown-toc">
                <li><a href="#a-b" id="markdown-toc-a-b">A b</a>
                <ul><li><a href="#c" id="markdown-toc-c">C</a></li></ul></li>
                <li><a href="#d" id="markdown-toc-d">D</a></li></ul>
                <h2 id="a-b">A <a href="/x">b</a></h2><h3 id="c">C</h3><h2 id="d">D</h2>
                """);
    }

    @Test
    void takesAttributesFromADefinitionThatStandsElsewhere() {
        assertRendering(
                "A text\n{: centred}\n\n{:centred: .wide style=\"text-align: center\"}",
                "<p class=\"wide\" style=\"text-align: center\">A text</p>");
    }

    @Test
    void givesTablesBodiesFeetAndAttributes() {
        assertRendering(
                "| a | b |\n|---|--:|\n| 1 | 2 |\n|---\n| 3 | 4 |\n|===\n| 5 | 6 |\n{: .wide}",
                """
                <table class="wide"><thead><tr><th>a</th><th style="text-align: right">b</th></tr></thead>
                <tbody><tr><td>1</td><td style="text-align: right">2</td></tr></tbody>
                <tbody><tr><td>3</td><td style="text-align: right">4</td></tr></tbody>
                <tfoot><tr><td>5</td><td style="text-align: right">6</td></tr></tfoot></table>
                """);
    }

    @Test
    void showsWhichTasksAreDone() {
        assertRendering(
                "- [ ] write\n- [x] record",
                """
                <ul class="task-list">
                <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled">write</li>
                <li class="task-list-item"><input type="checkbox" class="task-list-item-checkbox" disabled="disabled" checked="checked">record</li>
                </ul>
                """);
    }

    @Test
    void explainsAbbreviationsAndLeavesFormulasToMathJax() {
        assertRendering(
                "*[RSS]: Really Simple\n\nRSS, not RSSI: $$a < b$$\n\n$$c$$",
                "<p><abbr title=\"Really Simple\">RSS</abbr>, not RSSI: \\(a &lt; b\\)</p>\\[c\\]");
    }

    @Test
    void leavesOutWhatIsSaidToKramdownOnly() {
        assertRendering(
                "{::options toc_levels=\"2\" /}\n\na {::comment}*b*{:/comment}c\n^\n1) d", "<p>a c</p><p>1) d</p>");
    }

    @Test
    void givesNoIdToAHeadingWithoutLetters() {
        assertRendering("## !?\n\n## Grüße!", "<h2>!?</h2><h2 id=\"grüße\">Grüße!</h2>");
    }

    @Test
    void takesAllLinesUpToABlankOneIntoAQuote() {
        assertRendering(
                """
                > a
                lazy
                * item

                > b
                # Heading
                """,
                """
                <blockquote><p>a lazy</p><ul><li>item</li></ul></blockquote>
                <blockquote><p>b</p><h1 id="heading">Heading</h1></blockquote>
                """
                        .replace("a lazy", "a\nlazy"));
    }

    @Test
    void givesAttributesRightBelowAQuoteToTheQuote() {
        assertRendering(
                "> a\n{: .c}\nmore\n\n> - b\n{: .d}\n\n> > e\n{: .f}\n\n> g\n> {: .h}\n\n> i\n\n{: .j}\nk",
                """
                <blockquote class="c"><p>a</p></blockquote>
                <p>more</p>
                <blockquote class="d"><ul><li>b</li></ul></blockquote>
                <blockquote class="f"><blockquote><p>e</p></blockquote></blockquote>
                <blockquote><p class="h">g</p></blockquote>
                <blockquote><p>i</p></blockquote>
                <p class="j">k</p>
                """);
    }

    @Test
    void takesFencedCodeRightBelowAnItemIntoIt() {
        assertRendering(
                "1. One:\n```\nx = 1\n```\n2. Two\n",
                "<ol><li>One:<pre><code>x = 1\n</code></pre></li><li>Two</li></ol>");
    }

    @Test
    void endsNoParagraphAtARuleOfAsterisks() {
        assertRendering("a\n***\nb", "<p>a\n***\nb</p>");
    }
}
