package org.commitcast.contentreading.frontmatter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.contentreading.frontmatter.Fences.Form;

/**
 * A key and its value on a line of their own, between fences. Its texts are bytes read as Latin-1, where half of a letter
 * may look like the line end 0x85: only a line feed is taken for one.
 */
final class KeyLine {

    private static final Pattern TOML_TABLE =
            Pattern.compile("(?dm)^[ \\t]*\\[\\[?[\\w.\"' -]+\\]\\]?[ \\t]*(?:#[^\\r\\n]*)?\\r?$");
    private static final Pattern FIRST_LINE = Pattern.compile("(?dm)^([ ]*)[^\\s#]");
    private static final String QUOTED = "\"(?:[^\"\\\\\\r\\n]|\\\\[^\\r\\n])*+\"|'(?:[^'\\r\\n]|'')*+'";
    private static final String COMMENT = "[ \\t]#[^\\r\\n]*";
    /** What a placeholder may hold that says how its value is to be written. */
    private static final Pattern FORM =
            Pattern.compile("(?:[ \\t]*(" + QUOTED + "))?([ \\t]*(?:(?<=[ \\t])#[^\\r\\n]*)?)");

    private final Form form;
    private final String key;
    private final String value;
    private final Collection<String> siblings;
    private final String separator;

    KeyLine(Form form, String key, String value, Collection<String> siblings) {
        this.form = form;
        this.key = key;
        this.value = value;
        this.siblings = siblings;
        this.separator = form == Form.YAML ? ":(?=[ \\t\\r\\n]|\\z)" : "=";
    }

    /**
     * Ways to write the line, the best one first; empty if the front matter is of another form.
     *
     * @param exists whether the key is there
     */
    Optional<List<Splice>> in(String source, boolean exists) {
        return Fences.find(form, source).map(fences -> {
            var start = fences.start();
            var end = fences.end();
            if (exists) {
                return replaced(source, start, end);
            }
            var ways = uncommented(source, start, end);
            ways.addAll(afterSiblings(source, start, end));
            ways.addAll(atEnd(source, start, end));
            return ways;
        });
    }

    /** In YAML all keys of a map stand below one another. */
    private String indent(String source, int start, int end) {
        var line = FIRST_LINE.matcher(source).region(start, end);
        return form == Form.YAML && line.find() ? line.group(1) : "";
    }

    private String margin(String source, int start, int end) {
        return form == Form.YAML ? indent(source, start, end) : "[ \\t]*";
    }

    private static String named(Collection<String> keys) {
        return keys.stream()
                .map(key -> Pattern.quote(key) + "|\"" + Pattern.quote(key) + "\"|'" + Pattern.quote(key) + "'")
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /** The value of an existing key where it stands on one line; of a key that stands twice the last one counts. */
    private List<Splice> replaced(String source, int start, int end) {
        var line = Pattern.compile("(?dm)^" + margin(source, start, end) + named(List.of(key)) + "[ \\t]*" + separator
                        + "([ \\t]*)(" + QUOTED + "|[^\\s#\"'][^\\r\\n]*?|)(?=[ \\t]*(?:" + COMMENT + ")?\\r?$)")
                .matcher(source)
                .region(start, end);
        var ways = new ArrayList<Splice>();
        while (line.find()) {
            var gap = line.group(1).isEmpty() && form == Form.YAML ? " " : line.group(1);
            var quote = quotes(line.group(2)).orElse(form == Form.TOML ? quote() : "");
            ways.add(new Splice(line.start(1), line.end(2), gap + inQuotes(quote)));
        }
        Collections.reverse(ways);
        return ways;
    }

    /** One for each place: what looks like a comment may be a line of a longer text. */
    private List<Splice> uncommented(String source, int start, int end) {
        var line = Pattern.compile(
                        "(?dm)^[ \\t]*#[ \\t#]*" + named(List.of(key)) + "[ \\t]*" + separator + "([^\\r\\n]*)")
                .matcher(source)
                .region(start, end);
        var indent = indent(source, start, end);
        var ways = new ArrayList<Splice>();
        while (line.find()) {
            ways.add(new Splice(line.start(), line.end(), indent + written(line.group(1))));
        }
        return ways;
    }

    /** In the quotes that a placeholder has, with the comment behind them; whatever else it says is not kept. */
    private String written(String placeholder) {
        Matcher form = FORM.matcher(placeholder);
        if (!form.matches()) {
            return written();
        }
        var comment = form.group(2).isBlank() ? "" : form.group(2);
        var quoted = Optional.ofNullable(form.group(1)).flatMap(KeyLine::quotes);
        return quoted.map(quote -> line(inQuotes(quote))).orElseGet(this::written) + comment;
    }

    private List<Splice> afterSiblings(String source, int start, int end) {
        var ways = new ArrayList<Splice>();
        if (!siblings.isEmpty()) {
            var line = Pattern.compile("(?dm)^" + margin(source, start, end) + "(?:#[ \\t#]*)?" + named(siblings)
                            + "[ \\t]*" + separator + "[^\\r\\n]*\\r?\\n")
                    .matcher(source)
                    .region(start, end);
            var indent = indent(source, start, end);
            while (line.find()) {
                ways.add(added(source, line.end(), indent));
            }
            Collections.reverse(ways);
        }
        return ways;
    }

    /** In TOML what follows a table's name is the table's. Blank lines stay at the end where they are. */
    private List<Splice> atEnd(String source, int start, int end) {
        var places = new ArrayList<Integer>();
        if (form == Form.TOML) {
            var table = TOML_TABLE.matcher(source).region(start, end);
            while (table.find()) {
                places.add(table.start());
            }
        }
        places.add(end);
        var ways = new ArrayList<Splice>();
        var indent = indent(source, start, end);
        for (int place : places) {
            var blank = beforeBlankLines(source, start, place);
            if (blank < place) {
                ways.add(added(source, blank, indent));
            }
            ways.add(added(source, place, indent));
        }
        return ways;
    }

    private static int beforeBlankLines(String source, int start, int place) {
        var blank = place;
        while (blank > start) {
            var line = Math.max(start, source.lastIndexOf('\n', blank - 2) + 1);
            if (!source.substring(line, blank).isBlank()) {
                break;
            }
            blank = line;
        }
        return blank;
    }

    private Splice added(String source, int at, String indent) {
        var lineEnd = source.startsWith("\r\n", at - 2) ? "\r\n" : "\n";
        return Splice.insert(at, indent + written() + lineEnd);
    }

    private String written() {
        return line(inQuotes(quote()));
    }

    private String line(String text) {
        return key + (form == Form.YAML ? ": " : " = ") + text;
    }

    private String inQuotes(String quote) {
        return quote + value + quote;
    }

    private static Optional<String> quotes(String text) {
        return text.startsWith("\"") || text.startsWith("'") ? Optional.of(text.substring(0, 1)) : Optional.empty();
    }

    /** Around a new value. YAML 1.1 reads a clock time as a number of base 60; TOML has no text without quotes. */
    private String quote() {
        var clock = value.matches("\\d+(:\\d\\d)+");
        var number = value.matches("\\d+");
        return clock || (form == Form.TOML && !number) ? "\"" : "";
    }
}
