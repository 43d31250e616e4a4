package org.commitcast.contentreading.html;

import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** What a reader will not embed leaves a link to its source. */
final class EmbeddedFrames {

    private static final Evaluator FRAMES = Selector.evaluatorOf("iframe, embed, audio, video, object");

    private EmbeddedFrames() {}

    static void becomeLinks(Element root) {
        for (var frame : root.select(FRAMES)) {
            var source = source(frame);
            if (source.isEmpty()) {
                frame.remove();
                continue;
            }
            var title = frame.attr("title").strip();
            var link = new Element("a").attr("href", source).text(title.isEmpty() ? source : title);
            frame.replaceWith(isTopLevel(frame, root) ? new Element("p").appendChild(link) : link);
        }
    }

    private static boolean isTopLevel(Element frame, Element root) {
        return frame.parents().size() == root.parents().size() + 1;
    }

    private static String source(Element frame) {
        for (var attribute : new String[] {"src", "data"}) {
            if (!frame.attr(attribute).isBlank()) {
                return frame.attr(attribute).strip();
            }
        }
        var inner = frame.selectFirst("source[src]");
        return inner == null ? "" : inner.attr("src").strip();
    }
}
