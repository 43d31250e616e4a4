package org.commitcast.feeddifference;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.commitcast.feeddifference.FeedDifference.Counts;

/** A difference in one line. */
final class Summary {
    private Summary() {}

    static String of(FeedDifference difference) {
        Counts counts = difference.counts();
        List<String> parts = new ArrayList<>();
        parts.add(counts.equal() + " of " + counts.all() + " guids equal");
        for (Map.Entry<String, Integer> field : counts.fields().entrySet()) {
            int items = field.getValue();
            parts.add(items + " " + named(field.getKey(), items) + (items == 1 ? " differs" : " differ"));
        }
        only(parts, difference.onlyHere().size(), "here");
        only(parts, difference.onlyThere().size(), "there");
        if (!difference.order()) {
            parts.add("order differs");
        }
        if (!difference.channel().isEmpty()) {
            int fields = difference.channel().size();
            parts.add(fields + " channel " + (fields == 1 ? "field differs" : "fields differ"));
        }
        if (parts.size() == 1) {
            parts.add("nothing differs");
        }
        return String.join(", ", parts);
    }

    private static String named(String label, int items) {
        for (ItemField field : ItemField.values()) {
            if (field.label().equals(label)) {
                return field.counted(items);
            }
        }
        return label;
    }

    private static void only(List<String> parts, int items, String where) {
        if (items > 0) {
            parts.add(items + (items == 1 ? " item" : " items") + " only " + where);
        }
    }
}
