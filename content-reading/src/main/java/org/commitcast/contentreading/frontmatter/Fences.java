package org.commitcast.contentreading.frontmatter;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the front matter stands in a text.
 *
 * @param yamlStart offset of its first line
 * @param yamlEnd offset of the closing fence
 * @param bodyStart offset of the first line after the closing fence
 */
record Fences(int yamlStart, int yamlEnd, int bodyStart) {

    // Blank lines before the opening fence are not Jekyll's rule, but other generators and editors leave them.
    private static final Pattern OPENING = Pattern.compile("\\A(?:\\s*\\n)?---[ \\t]*(?:\\r?\\n|\\z)");
    private static final Pattern CLOSING = Pattern.compile("(?m)^(?:---|\\.\\.\\.)[ \\t]*(?:\\r?\\n|\\r?\\z)");

    /** What a text begins with. */
    enum Opening {
        NONE,
        UNCLOSED,
        COMPLETE
    }

    static Opening opening(CharSequence text) {
        if (!OPENING.matcher(text).find()) {
            return Opening.NONE;
        }
        return find(text).isPresent() ? Opening.COMPLETE : Opening.UNCLOSED;
    }

    static Optional<Fences> find(CharSequence text) {
        var opening = OPENING.matcher(text);
        if (!opening.find()) {
            return Optional.empty();
        }
        var from = opening.end();
        var closing = CLOSING.matcher(text);
        if (!closing.find(from)) {
            return Optional.empty();
        }
        var to = closing.start();
        return Optional.of(new Fences(from, to, closing.end()));
    }

    static int lineAt(CharSequence text, int offset) {
        return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
    }

    static boolean looksLikeOtherFormat(@Nullable String text) {
        return text != null && (text.startsWith("+++") || text.startsWith("{\n") || text.startsWith("{\r\n"));
    }
}
