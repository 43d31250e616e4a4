package org.commitcast.contentreading.frontmatter;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.yaml.YamlReader;

/** Takes a file apart into front matter and body, as Jekyll does: YAML between {@code ---} lines at its beginning. */
public final class FrontMatterReader {

    static final Pattern COMMENTED_KEY = Pattern.compile("(?m)^[ \\t]*#[ \\t#]*([A-Za-z][\\w-]*)[ \\t]*:(?![^\\s])");

    private FrontMatterReader() {}

    /** Empty if front matter is there and cannot be read; the finding says why. */
    public static Optional<ParsedSource> read(String text, Findings findings) {
        var fences = Fences.find(text);
        if (fences.isEmpty()) {
            if (Fences.opening(text) == Fences.Opening.UNCLOSED) {
                findings.error(
                        "front-matter.unclosed",
                        Position.START,
                        "The front matter is never closed; put a line '---' after it.");
                return Optional.empty();
            }
            if (Fences.looksLikeOtherFormat(text)) {
                findings.error(
                        "front-matter.unsupported",
                        Position.START,
                        "Front matter must be YAML between '---' lines here; TOML and JSON are not read by Jekyll.");
                return Optional.empty();
            }
            return Optional.of(new ParsedSource(false, FrontMatter.empty(), lineFeeds(text), 1));
        }
        var found = fences.get();
        var yaml = text.substring(found.yamlStart(), found.yamlEnd());
        var firstLine = Fences.lineAt(text, found.yamlStart());
        return new YamlReader("front-matter", findings)
                .read(yaml, firstLine)
                .map(values -> new ParsedSource(
                        true,
                        new FrontMatter(values, commentedKeys(yaml, firstLine)),
                        lineFeeds(text.substring(found.bodyStart())),
                        Fences.lineAt(text, found.bodyStart())));
    }

    private static Map<String, Position> commentedKeys(String yaml, int firstLine) {
        var keys = new HashMap<String, Position>();
        var matcher = COMMENTED_KEY.matcher(yaml);
        while (matcher.find()) {
            var line = firstLine + Fences.lineAt(yaml, matcher.start(1)) - 1;
            var column = matcher.start(1) - yaml.lastIndexOf('\n', matcher.start(1));
            keys.putIfAbsent(matcher.group(1), new Position(line, column));
        }
        return keys;
    }

    private static String lineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
