package org.commitcast.contentreading.html;

import org.commitcast.contentreading.site.HtmlPolicy;
import org.commitcast.contentreading.xml.XmlText;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Entities;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** HTML as it goes out: links absolute, under the site's policy, without characters that XML forbids. */
public final class ContentHtml {

    private final HtmlPolicy policy;

    public ContentHtml(HtmlPolicy policy) {
        this.policy = policy;
    }

    /**
     * Finishes a fragment.
     *
     * @param page the absolute address that the content's relative links are relative to; null leaves them alone
     */
    public String finish(String html, @Nullable String page) {
        var body = parsed(XmlText.strip(html));
        AbsoluteLinks.from(page).resolve(body);
        if (policy == HtmlPolicy.AS_IS) {
            return body.html();
        }
        EmbeddedFrames.becomeLinks(body);
        StyledCells.becomeAligned(body);
        Checkboxes.becomeSigns(body);
        return SafeHtml.of(body);
    }

    private static Element parsed(String html) {
        var document = Parser.parseBodyFragment(html, "");
        document.outputSettings(new Document.OutputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8"));
        return document.body();
    }

    /** A link as seen from a page. */
    public static String absolute(String link, String page) {
        return AbsoluteLinks.from(page).absolute(link);
    }

    /** The text of a fragment, tags taken away and nothing put in their place. */
    public static String plain(String html) {
        return Parser.parseBodyFragment(html, "").body().wholeText();
    }
}
