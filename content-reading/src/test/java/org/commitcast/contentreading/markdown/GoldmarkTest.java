package org.commitcast.contentreading.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.yaml.YamlReader;
import org.junit.jupiter.api.Test;

/** What Hugo 0.111 makes of the same sources. */
class GoldmarkTest {

    private static void assertRendering(String source, String expected) {
        Renderings.assertRendering(MarkdownRenderer.goldmark(GoldmarkSettings.USUAL), source, expected);
    }

    @Test
    void setsQuotesAndDashes() {
        assertRendering(
                "\"Hello\" 'there' it's -- a --- b ... <<x>> '90s rock 'n' roll",
                "<p>“Hello” ’there’ it’s – a — b … «x» ’90s rock ’n’ roll</p>");
        assertRendering(
                "\"q *em* 'x'\" `\"x\" --` [l \"y\"](/z) 5'10\" tall, 'a' \"a\"b \\\"c\\\" &quot;d&quot;",
                "<p>“q <em>em</em> ‘x’” <code>\"x\" --</code> <a href=\"/z\">l “y”</a> 5'10\" tall, ‘a’ “a\"b \"c\" \"d\"</p>");
    }

    @Test
    void makesIdsOfTheSourceOfHeadings() {
        assertRendering(
                "# The *em* `code` [link](/u)\n\n## A & \"b\" -- c\n\n## Same\n## Same\n## !\n## Own {#mine .wide}",
                """
                <h1 id="the-em-code-linku">The <em>em</em> <code>code</code> <a href="/u">link</a></h1>
                <h2 id="a--b----c">A &amp; “b” – c</h2>
                <h2 id="same">Same</h2>
                <h2 id="same-1">Same</h2>
                <h2 id="heading">!</h2>
                <h2 id="mine" class="wide">Own</h2>
                """);
    }

    @Test
    void linksBareAddresses() {
        assertRendering(
                "see https://a.example/x?y=1&z. (http://c.example/a_(b)) www.b.example/p, x.y@d.example `https://e.example`",
                """
                <p>see <a href="https://a.example/x?y=1&amp;z">https://a.example/x?y=1&amp;z</a>. \
                (<a href="http://c.example/a_(b)">http://c.example/a_(b)</a>) \
                <a href="https://www.b.example/p">www.b.example/p</a>, \
                <a href="mailto:x.y@d.example">x.y@d.example</a> <code>https://e.example</code></p>
                """);
        assertRendering("http://localhost:80/ http://x", "<p>http://localhost:80/ http://x</p>");
    }

    @Test
    void numbersFootnotes() {
        assertRendering(
                "One[^b] and[^b].\n\n[^b]: Of *b*.",
                """
                <p>One<sup id="fnref:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup> \
                and<sup id="fnref1:1"><a href="#fn:1" class="footnote-ref" role="doc-noteref">1</a></sup>.</p>
                <div class="footnotes" role="doc-endnotes"><hr><ol>
                <li id="fn:1"><p>Of <em>b</em>.&nbsp;\
                <a href="#fnref:1" class="footnote-backref" role="doc-backlink">↩︎</a>&nbsp;\
                <a href="#fnref1:1" class="footnote-backref" role="doc-backlink">↩︎</a></p></li>
                </ol></div>
                """);
    }

    @Test
    void makesTablesTasksAndDefinitions() {
        assertRendering(
                "|a|b|\n|:-|-|\n|1|~~2~~|\n\n- [x] done\n- [ ] open\n\nTerm\n: meaning",
                """
                <table><thead><tr><th style="text-align:left">a</th><th>b</th></tr></thead>
                <tbody><tr><td style="text-align:left">1</td><td><del>2</del></td></tr></tbody></table>
                <ul><li><input checked="" disabled="" type="checkbox"> done</li>
                <li><input disabled="" type="checkbox"> open</li></ul>
                <dl><dt>Term</dt><dd>meaning</dd></dl>
                """);
    }

    @Test
    void omitsHtmlUnlessTheSiteWantsIt() {
        assertRendering("a <b>c</b>", "<p>a <!-- raw HTML omitted -->c<!-- raw HTML omitted --></p>");
        Renderings.assertRendering(
                MarkdownRenderer.goldmark(GoldmarkSettings.PLAIN), "a <b>c</b> \"d\"", "<p>a <b>c</b> \"d\"</p>");
    }

    @Test
    void takesItsSettingsFromTheSite() {
        var findings = new Findings("hugo.yaml");
        var config = new YamlReader("config", findings)
                .read(
                        """
                        markup:
                          goldmark:
                            extensions: {linkify: false, typographer: {disable: true}}
                            renderer: {unsafe: true}
                            parser: {autoheadingid: false}
                        """,
                        1)
                .orElseThrow();

        assertThat(GoldmarkSettings.read(config)).isEqualTo(new GoldmarkSettings(false, false, true, false));
        assertThat(GoldmarkSettings.read(config.map("nothing"))).isEqualTo(GoldmarkSettings.USUAL);
    }
}
