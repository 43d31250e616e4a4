package org.commitcast.contentreading.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.commitcast.contentreading.site.HtmlPolicy;
import org.junit.jupiter.api.Test;

class ContentHtmlTest {

    private static final String PAGE = "https://a.example/blog/2020/post.html";

    private static String safe(String html) {
        return new ContentHtml(HtmlPolicy.SAFE).finish(html, PAGE);
    }

    private static String asIs(String html) {
        return new ContentHtml(HtmlPolicy.AS_IS).finish(html, PAGE);
    }

    @Test
    void makesLinksAbsolute() {
        assertThat(asIs("<a href=\"/x?y\">1</a><a href=\"../z.html#q\">2</a><img src=\"//c.example/i.png\">"))
                .isEqualTo("<a href=\"https://a.example/x?y\">1</a><a href=\"https://a.example/blog/z.html#q\">2</a>"
                        + "<img src=\"https://c.example/i.png\">");
        assertThat(asIs("<a href=\"#note\">1</a><a href=\"mailto:a@b.example\">2</a>"))
                .isEqualTo("<a href=\"#note\">1</a><a href=\"mailto:a@b.example\">2</a>");
    }

    @Test
    void takesAwayWhatIsNotSafe() {
        assertThat(safe(
                        "<p onclick=\"x()\" style=\"color:red\">a<script>b()</script></p><a href=\"javascript:x()\">c</a>"
                                + "<img src=\"data:image/png;base64,AA\" alt=\"d\">"))
                .isEqualTo("<p>a</p>c<img alt=\"d\">");
    }

    @Test
    void leavesALinkToWhatIsEmbedded() {
        assertThat(safe("<iframe src=\"https://v.example/1\" title=\"A talk\"></iframe>"))
                .isEqualTo("<p><a href=\"https://v.example/1\">A talk</a></p>");
    }

    @Test
    void keepsTheAlignmentOfCells() {
        assertThat(safe("<table><tbody><tr><td style=\"text-align: right\">1</td></tr></tbody></table>"))
                .contains("<td align=\"right\">1</td>");
    }

    @Test
    void leavesEverythingAsItIsWhereTheSiteTrustsItself() {
        var html = "<p style=\"color:red\">a &amp; b</p><iframe src=\"https://v.example/1\"></iframe>";

        assertThat(asIs(html)).isEqualTo(html);
    }
}
