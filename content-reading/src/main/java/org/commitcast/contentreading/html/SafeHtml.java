package org.commitcast.contentreading.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** The allow list of the safe policy. */
final class SafeHtml {

    private static final Pattern WORDS = Pattern.compile("[\\p{L}\\p{M}\\p{N}_ :.-]{1,200}");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,5}%?");
    private static final Pattern ALIGN = Pattern.compile("(?i)left|right|center|justify");
    private static final Pattern ROLE = Pattern.compile("doc-[a-z]+");
    private static final Pattern TARGET = Pattern.compile("_blank|_self");

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "div",
                    "span",
                    "br",
                    "hr",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "blockquote",
                    "pre",
                    "code",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "table",
                    "caption",
                    "thead",
                    "tbody",
                    "tfoot",
                    "tr",
                    "th",
                    "td",
                    "a",
                    "img",
                    "em",
                    "strong",
                    "b",
                    "i",
                    "u",
                    "s",
                    "del",
                    "ins",
                    "sub",
                    "sup",
                    "small",
                    "mark",
                    "kbd",
                    "samp",
                    "var",
                    "q",
                    "cite",
                    "abbr",
                    "dfn",
                    "time",
                    "figure",
                    "figcaption",
                    "details",
                    "summary",
                    "section",
                    "article",
                    "aside",
                    "center",
                    "address",
                    "wbr",
                    "ruby",
                    "rt",
                    "rp")
            .allowStandardUrlProtocols()
            .allowUrlProtocols("tel", "irc", "ircs", "matrix", "gemini", "ftp")
            .allowAttributes("href")
            .onElements("a")
            .allowAttributes("target")
            .matching(TARGET)
            .onElements("a")
            .allowAttributes("src")
            .onElements("img")
            .allowAttributes("srcset")
            .matching((element, attribute, value) ->
                    ImageSet.of(value).isSafe() ? ImageSet.of(value).toString() : null)
            .onElements("img")
            .allowAttributes("role")
            .matching(ROLE)
            .globally()
            .allowAttributes("alt", "title")
            .globally()
            .allowAttributes("lang", "id", "class")
            .matching(WORDS)
            .globally()
            .allowAttributes("dir")
            .matching(false, "ltr", "rtl", "auto")
            .globally()
            .allowAttributes("width", "height")
            .matching(NUMBER)
            .onElements("img", "table", "td", "th")
            .allowAttributes("align")
            .matching(ALIGN)
            .onElements("p", "div", "table", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6")
            .allowAttributes("colspan", "rowspan", "start")
            .matching(NUMBER)
            .onElements("td", "th", "ol")
            .allowAttributes("cite")
            .onElements("blockquote", "q")
            .allowAttributes("datetime")
            .matching(WORDS)
            .onElements("time", "del", "ins")
            .allowAttributes("open")
            .onElements("details")
            .allowWithoutAttributes("span")
            .toFactory();

    private SafeHtml() {}

    /** What the policy lets through of a tree. */
    static String of(Element root) {
        var out = new HtmlText();
        SafeTree.tell(root, POLICY.apply(out));
        return out.toString();
    }
}
