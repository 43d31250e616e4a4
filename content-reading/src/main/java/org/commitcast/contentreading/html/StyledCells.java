package org.commitcast.contentreading.html;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/** Styles are not safe, the alignment of a table's cells is: it goes into the attribute that readers know. */
final class StyledCells {

    private static final Set<String> ALIGNMENTS = Set.of("left", "right", "center");

    private static final Evaluator STYLED = Selector.evaluatorOf("td[style], th[style]");

    private StyledCells() {}

    static void becomeAligned(Element root) {
        for (var cell : root.select(STYLED)) {
            var style = cell.attr("style").strip().toLowerCase(Locale.ROOT);
            var alignment = style.replaceFirst("^text-align:\\s*", "").replaceFirst(";$", "");
            if (ALIGNMENTS.contains(alignment)) {
                cell.attr("align", alignment);
            }
        }
    }
}
