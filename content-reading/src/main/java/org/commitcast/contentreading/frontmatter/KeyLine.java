package org.commitcast.contentreading.frontmatter;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.contentreading.frontmatter.Fences.Form;

/** A key and its value on a line of their own, between fences. */
final class KeyLine {

    private static final Pattern TOML_TABLE =
            Pattern.compile("(?m)^[ \\t]*\\[\\[?[\\w.\"' -]+\\]\\]?[ \\t]*(?:#[^\\r\\n]*)?\\r?$");

    private final Form form;
    private final String key;
    private final String value;
    private final String separator;

    KeyLine(Form form, String key, String value) {
        this.form = form;
        this.key = key;
        this.value = value;
        this.separator = form == Form.YAML ? ":(?=[ \\t\\r\\n]|\\z)" : "=";
    }

    /** Texts with the line, the best one first; empty if its front matter is of another form. */
    Optional<List<String>> in(String source) {
        return Fences.find(form, source).map(fences -> {
            var start = fences.start();
            var end = top(source, start, fences.end());
            return replaced(source, start, end).map(List::of).orElseGet(() -> {
                var texts = uncommented(source, start, end);
                texts.add(added(source, end));
                return texts;
            });
        });
    }

    /** Where the keys of the document itself end: in TOML what follows a table's name is the table's. */
    private int top(String source, int start, int end) {
        var table = TOML_TABLE.matcher(source).region(start, end);
        return form == Form.TOML && table.find() ? table.start() : end;
    }

    /** The value of an existing key, and only if it stands on one line. */
    private Optional<String> replaced(String source, int start, int end) {
        var line = Pattern.compile(
                        "(?m)^" + Pattern.quote(key) + "[ \\t]*" + separator
                                + "([ \\t]*)(\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s#\"'][^\\r\\n]*?|)(?=[ \\t]*(?:[ \\t]#[^\\r\\n]*)?\\r?$)")
                .matcher(source)
                .region(start, end);
        return last(line)
                .map(at -> source.substring(0, at.from())
                        + (at.gap().isEmpty() ? " " : at.gap())
                        + inQuotes(at.quote().isEmpty() && form == Form.TOML ? quote() : at.quote())
                        + source.substring(at.to()));
    }

    /** One for each place: what looks like a comment may be a line of a longer text. */
    private List<String> uncommented(String source, int start, int end) {
        var line = Pattern.compile("(?m)^[ \\t]*#[ \\t#]*" + Pattern.quote(key) + "[ \\t]*" + separator + "[^\\r\\n]*")
                .matcher(source)
                .region(start, end);
        var texts = new ArrayList<String>();
        while (line.find()) {
            texts.add(source.substring(0, line.start()) + written() + source.substring(line.end()));
        }
        return texts;
    }

    private String added(String source, int end) {
        var firstLine = source.indexOf('\n');
        var lineEnd = firstLine > 0 && source.charAt(firstLine - 1) == '\r' ? "\r\n" : "\n";
        return source.substring(0, end) + written() + lineEnd + source.substring(end);
    }

    private String written() {
        return key + (form == Form.YAML ? ": " : " = ") + inQuotes(quote());
    }

    private String inQuotes(String quote) {
        return quote + value + quote;
    }

    /** Around a new value. YAML 1.1 reads a clock time as a number of base 60; TOML has no text without quotes. */
    private String quote() {
        var clock = value.matches("\\d+(:\\d\\d)+");
        var number = value.matches("\\d+");
        return clock || (form == Form.TOML && !number) ? "\"" : "";
    }

    /** Of a key that stands twice the last one counts. */
    private static Optional<Place> last(Matcher matcher) {
        Place place = null;
        while (matcher.find()) {
            place = new Place(matcher.start(1), matcher.end(2), matcher.group(1), matcher.group(2));
        }
        return Optional.ofNullable(place);
    }

    private record Place(int from, int to, String gap, String value) {
        String quote() {
            return value.startsWith("\"") || value.startsWith("'") ? value.substring(0, 1) : "";
        }
    }
}
