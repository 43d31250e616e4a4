package org.commitcast.contentreading.frontmatter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.json.JsonReader;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.yaml.YamlMap;

/** A key and its value in the JSON object that a document begins with. */
final class JsonMember {

    private static final Pattern BEGIN = Pattern.compile("\\A\\s*\\{(\\s*)");
    private static final Pattern VALUE = Pattern.compile("\"(?:[^\"\\\\]|\\\\.)*+\"|[\\w.+-]+");

    private final String key;
    private final String value;
    private final Collection<String> siblings;

    JsonMember(String key, String value, Collection<String> siblings) {
        this.key = key;
        this.value = value;
        this.siblings = siblings;
    }

    /**
     * Ways to write the member: one for each place where the key stands, which may be in another object, else with a new one.
     *
     * @param exists whether the key is there
     */
    List<Splice> in(String source, boolean exists) {
        var begin = BEGIN.matcher(source);
        var parsed = new JsonReader("", ReadingLimits.LARGEST, new Findings("")).read(source, 1);
        if (parsed.isEmpty() || !begin.find()) {
            return List.of();
        }
        var end = parsed.get().end();
        if (exists) {
            return replaced(source, end);
        }
        var ways = besideSiblings(source, end);
        beforeLast(source, parsed.get().values()).ifPresent(ways::add);
        ways.add(added(source, begin.group(1), begin.end(), end - 1));
        return ways;
    }

    private List<Splice> replaced(String source, int end) {
        var ways = new ArrayList<Splice>();
        var member = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*")
                .matcher(source)
                .region(0, end);
        while (member.find()) {
            var old = VALUE.matcher(source).region(member.end(), end);
            if (old.lookingAt()) {
                var number = !old.group().startsWith("\"") && isNumber();
                ways.add(new Splice(member.end(), old.end(), written(number)));
            }
        }
        return ways;
    }

    /**
     * Behind the last sibling. Where that is the last member it would get a comma, which changes its line, and the new one
     * goes in front of it if it has a line of its own.
     */
    private List<Splice> besideSiblings(String source, int end) {
        var ways = new ArrayList<Splice>();
        var names = siblings.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var member = Pattern.compile("(?<=[{,])(\\s*)\"(?:" + names + ")\"(\\s*:\\s*)")
                .matcher(source)
                .region(0, end);
        while (!siblings.isEmpty() && member.find()) {
            var sibling = VALUE.matcher(source).region(member.end(), end);
            if (sibling.lookingAt()) {
                var gap = member.group(1);
                var written = "\"" + key + "\"" + member.group(2) + written(isNumber());
                var isLast = source.substring(sibling.end(), end).stripLeading().startsWith("}");
                ways.add(
                        isLast && gap.contains("\n")
                                ? Splice.insert(member.end(1), written + "," + gap)
                                : Splice.insert(sibling.end(), "," + gap + written));
            }
        }
        Collections.reverse(ways);
        return ways;
    }

    /** In front of the last member, if that begins a line: one behind it would change its line as well. */
    private Optional<Splice> beforeLast(String source, YamlMap members) {
        return members.keys().values().stream()
                .max(Comparator.comparingInt(Position::line).thenComparingInt(Position::column))
                .filter(last -> last.line() > 1)
                .flatMap(last -> {
                    var line = 0;
                    for (var before = 1; before < last.line() && line >= 0; before++) {
                        line = source.indexOf('\n', line) + 1;
                    }
                    var at = line + last.column() - 1;
                    var indent = at <= source.length() ? source.substring(line, at) : "-";
                    var ending = source.startsWith("\r\n", Math.max(0, line - 2)) ? "\r\n" : "\n";
                    return indent.isBlank()
                            ? Optional.of(Splice.insert(
                                    at, "\"" + key + "\": " + written(isNumber()) + "," + ending + indent))
                            : Optional.empty();
                });
    }

    private boolean isNumber() {
        return value.matches("\\d+");
    }

    private Splice added(String source, String gap, int first, int brace) {
        var last = brace;
        while (last > first && Character.isWhitespace(source.charAt(last - 1))) {
            last--;
        }
        var comma = last > first ? "," : "";
        var before = comma.isEmpty() || !gap.isEmpty() ? gap : " ";
        return Splice.insert(last, comma + before + "\"" + key + "\": " + written(isNumber()));
    }

    private String written(boolean number) {
        return number ? value : "\"" + value + "\"";
    }
}
