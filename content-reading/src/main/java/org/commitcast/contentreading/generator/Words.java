package org.commitcast.contentreading.generator;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.commitcast.contentreading.yaml.YamlMap;

/** Lists of words under a pair of keys, as Jekyll reads tags and categories. */
public final class Words {

    private Words() {}

    /** A text under the singular key is one word; under the plural key it is a list with spaces or commas between. */
    public static List<String> under(YamlMap values, String singular, String plural) {
        var words = new ArrayList<String>();
        values.get(singular).ifPresent(node -> words.addAll(node.texts()));
        values.get(plural)
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
