package org.commitcast.contentreading.markdown;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;
import org.jspecify.annotations.Nullable;

/**
 * A kramdown attribute list such as <code>{:target="_blank" .wide #id}</code> where it stands in the text.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#attribute-list-definitions">the syntax</a>
 */
final class AttributeList extends CustomNode {

    private static final Pattern PART =
            Pattern.compile("(?:^|(?<=\\s))(?:(\\w[\\w-]*)=(?:\"((?:\\\\.|[^\"\\\\])*+)\"|'((?:\\\\.|[^'\\\\])*+)')"
                    + "|((?:#[A-Za-z][\\w:-]*|\\.[^\\s.#]+)+))(?=\\s|$)");
    private static final Pattern ID_OR_CLASS = Pattern.compile("#([A-Za-z][\\w:-]*)|\\.([^\\s.#]+)");

    private static final Pattern DEFINITION = Pattern.compile("([\\w-]{1,100}):(\\s.*)?", Pattern.DOTALL);
    private static final Pattern NAME = Pattern.compile("(?<!\\S)[A-Za-z][\\w-]*(?!\\S)");

    private final @Nullable String defined;
    private final Map<String, String> attributes;
    private final Set<String> names;

    private AttributeList(@Nullable String defined, Map<String, String> attributes, Set<String> names) {
        this.defined = defined;
        this.attributes = attributes;
        this.names = names;
    }

    /** @param inner what stands between the colon and the closing brace */
    static AttributeList parse(String inner) {
        var definition = DEFINITION.matcher(inner.strip());
        var defines = definition.matches();
        var text = defines ? String.valueOf(definition.group(2)).strip() : inner.strip();
        var attributes = new LinkedHashMap<String, String>();
        var parts = PART.matcher(text);
        while (parts.find()) {
            if (parts.group(1) != null) {
                var value = parts.group(2) != null ? parts.group(2) : parts.group(3);
                attributes.put(parts.group(1), value.replaceAll("\\\\([}\"'])", "$1"));
            } else {
                idsAndClasses(parts.group(4), attributes);
            }
        }
        var names = new LinkedHashSet<String>();
        var each = NAME.matcher(PART.matcher(text).replaceAll(""));
        while (each.find()) {
            names.add(each.group());
        }
        return new AttributeList(defines ? definition.group(1) : null, attributes, names);
    }

    private static void idsAndClasses(String text, Map<String, String> attributes) {
        var each = ID_OR_CLASS.matcher(text);
        while (each.find()) {
            if (each.group(1) != null) {
                attributes.put("id", each.group(1));
            } else {
                attributes.merge("class", each.group(2), (old, added) -> old + " " + added);
            }
        }
    }

    /** The name that this list only explains, for others to refer to; null if it is about what it stands at. */
    @Nullable String defined() {
        return defined;
    }

    /** Names of lists that stand elsewhere, or of things such as {@code toc}. */
    Set<String> names() {
        return names;
    }

    Map<String, String> attributes() {
        return attributes;
    }
}
