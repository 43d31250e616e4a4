package org.commitcast.contentreading.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Form elements are not safe, whether a task is done is worth keeping: the box becomes a character. */
final class Checkboxes {

    private static final Evaluator BOXES = Selector.evaluatorOf("input[type=checkbox]");

    private Checkboxes() {}

    static void becomeSigns(Element root) {
        for (var box : root.select(BOXES)) {
            var spaced =
                    box.nextSibling() instanceof TextNode text && text.text().startsWith(" ");
            box.replaceWith(new TextNode((box.hasAttr("checked") ? "☑" : "☐") + (spaced ? "" : " ")));
        }
    }
}
