package org.commitcast.contentreading.frontmatter;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where the front matter stands in a text.
 *
 * @param start offset of its first line
 * @param end offset of the closing fence
 * @param bodyStart offset of the first line after the closing fence
 */
record Fences(int start, int end, int bodyStart) {

    // Blank lines before the opening fence are not Jekyll's rule, but other generators and editors leave them.
    private static final String BEFORE = "\\A(?:\\s*\\n)?";
    private static final String LINE_END = "[ \\t]*(?:\\r?\\n|\\r?\\z)";

    /** The lines around a form of front matter. */
    enum Form {
        YAML("---", "(?:---|\\.\\.\\.)"),
        TOML("\\+\\+\\+", "\\+\\+\\+");

        private final Pattern opening;
        private final Pattern closing;

        Form(String opening, String closing) {
            this.opening = Pattern.compile(BEFORE + opening + LINE_END);
            this.closing = Pattern.compile("(?dm)^" + closing + LINE_END);
        }
    }

    /** Whether a text begins with front matter of this form, closed or not. */
    static boolean opens(Form form, CharSequence text) {
        return form.opening.matcher(text).find();
    }

    static Optional<Fences> find(Form form, CharSequence text) {
        var opening = form.opening.matcher(text);
        if (!opening.find()) {
            return Optional.empty();
        }
        var start = opening.end();
        var closing = form.closing.matcher(text);
        if (!closing.find(start)) {
            return Optional.empty();
        }
        var end = closing.start();
        var bodyStart = closing.end();
        return Optional.of(new Fences(start, end, bodyStart));
    }

    static int lineAt(CharSequence text, int offset) {
        return 1 + (int) text.chars().limit(offset).filter(c -> c == '\n').count();
    }
}
