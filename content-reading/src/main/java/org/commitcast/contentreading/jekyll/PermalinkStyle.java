package org.commitcast.contentreading.jekyll;

import java.util.Map;

/**
 * The patterns behind the names of permalink styles.
 *
 * @see <a href="https://jekyllrb.com/docs/permalinks/#built-in-formats">the styles</a>
 */
final class PermalinkStyle {

    private static final Map<String, String> PATTERNS = Map.of(
            "date", "/:categories/:year/:month/:day/:title:output_ext",
            "pretty", "/:categories/:year/:month/:day/:title/",
            "ordinal", "/:categories/:year/:y_day/:title:output_ext",
            "weekdate", "/:categories/:year/W:week/:short_day/:title:output_ext",
            "none", "/:categories/:title:output_ext");

    private PermalinkStyle() {}

    static String pattern(String styleOrPattern) {
        return PATTERNS.getOrDefault(styleOrPattern, styleOrPattern);
    }

    /** What a collection without a pattern of its own takes from the site's style. */
    static String suffix(String styleOrPattern) {
        if (styleOrPattern.equals("pretty") || styleOrPattern.endsWith("/")) {
            return "/";
        }
        var named = styleOrPattern.equals("date") || styleOrPattern.equals("ordinal") || styleOrPattern.equals("none");
        return named || styleOrPattern.endsWith(":output_ext") ? ":output_ext" : "";
    }
}
