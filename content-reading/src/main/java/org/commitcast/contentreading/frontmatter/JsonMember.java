package org.commitcast.contentreading.frontmatter;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.json.JsonReader;
import org.commitcast.contentreading.limit.ReadingLimits;

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
        var ways = afterSiblings(source, end);
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

    private List<Splice> afterSiblings(String source, int end) {
        var ways = new ArrayList<Splice>();
        var names = siblings.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var member = Pattern.compile("(?<=[{,])(\\s*)\"(?:" + names + ")\"(\\s*:\\s*)")
                .matcher(source)
                .region(0, end);
        while (!siblings.isEmpty() && member.find()) {
            var sibling = VALUE.matcher(source).region(member.end(), end);
            if (sibling.lookingAt()) {
                ways.add(Splice.insert(
                        sibling.end(),
                        "," + member.group(1) + "\"" + key + "\"" + member.group(2) + written(isNumber())));
            }
        }
        Collections.reverse(ways);
        return ways;
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
