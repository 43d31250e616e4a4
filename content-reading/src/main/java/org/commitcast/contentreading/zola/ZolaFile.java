package org.commitcast.contentreading.zola;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A path below the content folder, taken apart.
 *
 * @param folder from the content folder on, with a closing slash, or empty; that of an {@code index.md} is the one
 *     above its own
 * @param dateText the date that the name begins with
 * @param name without date, language and ending; that of an {@code index.md} is its folder's
 * @param language its code; null means the site's
 */
record ZolaFile(String folder, @Nullable String dateText, String name, @Nullable String language, boolean section) {

    static final String CONTENT = "content/";

    private static final Pattern DATED =
            Pattern.compile("(\\d{4}-\\d{2}-\\d{2})(?:T[\\d:.]+(?:Z|[+-][\\d:]+)?)?\\s?[_-](.+)");

    static ZolaFile of(String path, ZolaConfig config) {
        var below = path.startsWith(CONTENT) ? path.substring(CONTENT.length()) : path;
        var slash = below.lastIndexOf('/') + 1;
        var name = below.substring(slash).replaceFirst("\\.md$", "");
        String language = null;
        var dot = name.lastIndexOf('.');
        if (dot > 0 && config.languages().contains(name.substring(dot + 1))) {
            language = name.substring(dot + 1);
            name = name.substring(0, dot);
        }
        var folder = below.substring(0, slash);
        var section = name.equals("_index");
        if (name.equals("index") && !folder.isEmpty()) {
            var above = folder.lastIndexOf('/', folder.length() - 2) + 1;
            name = folder.substring(above, folder.length() - 1);
            folder = folder.substring(0, above);
        }
        var dated = DATED.matcher(name);
        return dated.matches()
                ? new ZolaFile(folder, dated.group(1), dated.group(2), language, section)
                : new ZolaFile(folder, null, name, language, section);
    }
}
