package org.commitcast.contentreading.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commitcast.contentreading.site.FieldValues;

/** Lists of words under a pair of keys, as Jekyll reads tags and categories. */
final class Words {

    private Words() {}

    /** A text under the singular key is one word; under the plural key it is a list with spaces or commas between. */
    static List<String> under(FieldValues values, String singular, String plural) {
        var words = new ArrayList<String>();
        values.map().get(singular).ifPresent(node -> words.addAll(node.texts()));
        values.map()
                .get(plural)
                .ifPresent(node -> words.addAll(node.text().map(Words::split).orElseGet(node::texts)));
        return words.stream()
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    private static List<String> split(String text) {
        return Arrays.asList(text.strip().split(text.contains(",") ? "\\s*,\\s*" : "\\s+", -1));
    }
}
