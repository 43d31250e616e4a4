package org.commitcast.contentreading.html;

import org.commitcast.contentreading.site.HtmlPolicy;
import org.jsoup.nodes.Document;
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
        var body = Parser.parseBodyFragment(XmlText.strip(html), "");
        body.outputSettings(new Document.OutputSettings()
                .prettyPrint(false)
                .escapeMode(Entities.EscapeMode.xhtml)
                .charset("UTF-8"));
        if (page != null) {
            AbsoluteLinks.resolve(body.body(), page);
        }
        if (policy == HtmlPolicy.AS_IS) {
            return body.body().html();
        }
        EmbeddedFrames.becomeLinks(body.body());
        return SafeHtml.sanitise(body.body().html());
    }

    /** A link as seen from a page. */
    public static String absolute(String link, String page) {
        return AbsoluteLinks.absolute(link, page);
    }

    /** The text of a fragment, tags taken away and nothing put in their place. */
    public static String plain(String html) {
        return Parser.parseBodyFragment(html, "").body().wholeText();
    }
}
