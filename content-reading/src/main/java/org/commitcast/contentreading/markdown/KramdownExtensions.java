package org.commitcast.contentreading.markdown;

/**
 * Takes out what kramdown is told in its own tags: comments and options; of what must not be read as Markdown only the
 * tags.
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#extensions">extensions</a>
 */
final class KramdownExtensions {

    private static final String OPENING = "{::";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private int at;

    private KramdownExtensions(String source) {
        this.source = source;
    }

    static String resolved(String source) {
        return source.contains(OPENING) ? new KramdownExtensions(source).read() : source;
    }

    private String read() {
        for (var start = source.indexOf(OPENING); start >= 0; start = source.indexOf(OPENING, at)) {
            out.append(source, at, start);
            var end = source.indexOf('}', start);
            var line = source.indexOf('\n', start);
            if (end < 0 || (line >= 0 && line < end)) {
                out.append(OPENING);
                at = start + OPENING.length();
            } else {
                tag(source.substring(start + OPENING.length(), end), end + 1);
            }
        }
        return out.append(source, at, source.length()).toString();
    }

    private void tag(String inner, int behind) {
        var name = inner.strip().split("[\\s/]", 2)[0];
        var body = !inner.endsWith("/") && (name.equals("comment") || name.equals("nomarkdown"));
        var closing = body ? closing(name, behind) : behind;
        if (name.equals("nomarkdown") && body) {
            out.append(source, behind, closing);
        }
        // The lines stay, so that places further down do not move.
        source.substring(name.equals("nomarkdown") ? closing : behind, closing)
                .chars()
                .filter(c -> c == '\n')
                .forEach(line -> out.append('\n'));
        at = body ? Math.min(source.indexOf('}', closing) + 1, source.length()) : behind;
        if (at <= 0) {
            at = source.length();
        }
    }

    private int closing(String name, int from) {
        for (var end = source.indexOf("{:/", from); end >= 0; end = source.indexOf("{:/", end + 1)) {
            if (source.startsWith("{:/}", end) || source.startsWith("{:/" + name + "}", end)) {
                return end;
            }
        }
        return source.length();
    }
}
