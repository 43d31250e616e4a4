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
     * Texts with the member: one for each place where the key stands, which may be in another object, else with a new one.
     *
     * @param exists whether the key is there
     */
    List<String> in(String source, boolean exists) {
        var begin = BEGIN.matcher(source);
        var parsed = new JsonReader("", ReadingLimits.LARGEST, new Findings("")).read(source, 1);
        if (parsed.isEmpty() || !begin.find()) {
            return List.of();
        }
        var end = parsed.get().end();
        if (exists) {
            return replaced(source, end);
        }
        var texts = afterSiblings(source, end);
        texts.add(added(source, begin.group(1), begin.end(), end - 1));
        return texts;
    }

    private List<String> replaced(String source, int end) {
        var texts = new ArrayList<String>();
        var member = Pattern.compile("\"" + Pattern.quote(key) + "\"\\s*:\\s*")
                .matcher(source)
                .region(0, end);
        while (member.find()) {
            var old = VALUE.matcher(source).region(member.end(), end);
            if (old.lookingAt()) {
                var number = !old.group().startsWith("\"") && isNumber();
                texts.add(source.substring(0, member.end()) + written(number) + source.substring(old.end()));
            }
        }
        return texts;
    }

    private List<String> afterSiblings(String source, int end) {
        var texts = new ArrayList<String>();
        var names = siblings.stream().map(Pattern::quote).collect(Collectors.joining("|"));
        var member = Pattern.compile("(?<=[{,])(\\s*)\"(?:" + names + ")\"(\\s*:\\s*)")
                .matcher(source)
                .region(0, end);
        while (!siblings.isEmpty() && member.find()) {
            var sibling = VALUE.matcher(source).region(member.end(), end);
            if (sibling.lookingAt()) {
                texts.add(source.substring(0, sibling.end())
                        + "," + member.group(1) + "\"" + key + "\"" + member.group(2) + written(isNumber())
                        + source.substring(sibling.end()));
            }
        }
        Collections.reverse(texts);
        return texts;
    }

    private boolean isNumber() {
        return value.matches("\\d+");
    }

    private String added(String source, String gap, int first, int brace) {
        var last = brace;
        while (last > first && Character.isWhitespace(source.charAt(last - 1))) {
            last--;
        }
        var comma = last > first ? "," : "";
        return source.substring(0, last)
                + comma
                + (comma.isEmpty() || !gap.isEmpty() ? gap : " ")
                + "\"" + key + "\": "
                + written(isNumber())
                + source.substring(last);
    }

    private String written(boolean number) {
        return number ? value : "\"" + value + "\"";
    }
}
