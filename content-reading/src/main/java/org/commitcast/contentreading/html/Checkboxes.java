package org.commitcast.contentreading.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Form elements are not safe, whether a task is done is worth keeping: the box becomes a character. */
final class Checkboxes {

    private Checkboxes() {}

    static void becomeSigns(Element root) {
        for (var box : root.select("input[type=checkbox]")) {
            var spaced =
                    box.nextSibling() instanceof TextNode text && text.text().startsWith(" ");
            box.replaceWith(new TextNode((box.hasAttr("checked") ? "☑" : "☐") + (spaced ? "" : " ")));
        }
    }
}
