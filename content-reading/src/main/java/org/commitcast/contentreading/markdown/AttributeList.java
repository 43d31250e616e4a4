package org.commitcast.contentreading.markdown;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.commonmark.node.CustomNode;

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

    private final Map<String, String> attributes;

    private AttributeList(Map<String, String> attributes) {
        this.attributes = attributes;
    }

    /** @param inner what stands between the colon and the closing brace */
    static AttributeList parse(String inner) {
        var attributes = new LinkedHashMap<String, String>();
        var parts = PART.matcher(inner.strip());
        while (parts.find()) {
            if (parts.group(1) != null) {
                var value = parts.group(2) != null ? parts.group(2) : parts.group(3);
                attributes.put(parts.group(1), value.replaceAll("\\\\([}\"'])", "$1"));
            } else {
                idsAndClasses(parts.group(4), attributes);
            }
        }
        return new AttributeList(attributes);
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

    Map<String, String> attributes() {
        return attributes;
    }
}
