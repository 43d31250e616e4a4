package org.commitcast.contentreading.frontmatter;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Position;

/** Keys that stand as a comment, as authors' templates leave them to be filled in later. */
final class CommentedKeys {

    private static final Pattern YAML = Pattern.compile("(?m)^[ \\t]*#[ \\t#]*([A-Za-z][\\w-]*)[ \\t]*:(?![^\\s])");
    private static final Pattern TOML = Pattern.compile("(?m)^[ \\t]*#[ \\t#]*([A-Za-z][\\w-]*)[ \\t]*=");

    private CommentedKeys() {}

    static Map<String, Position> in(Fences.Form form, String frontMatter, int firstLine) {
        if (frontMatter.indexOf('#') < 0) {
            return Map.of();
        }
        var keys = new HashMap<String, Position>();
        var matcher = (form == Fences.Form.YAML ? YAML : TOML).matcher(frontMatter);
        while (matcher.find()) {
            var line = firstLine + Fences.lineAt(frontMatter, matcher.start(1)) - 1;
            var column = matcher.start(1) - frontMatter.lastIndexOf('\n', matcher.start(1));
            keys.putIfAbsent(matcher.group(1), new Position(line, column));
        }
        return keys;
    }
}
