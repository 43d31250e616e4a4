package org.commitcast.contentreading.frontmatter;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Findings;

/** Puts a value under a key. Works on bytes read as Latin-1, so that each byte is one character and none is lost. */
final class ValueEdit {

    private final String key;
    private final String value;
    private final String quote;

    /** @param quote around the value where the key is new */
    ValueEdit(String key, String value, String quote) {
        this.key = key;
        this.value = value;
        this.quote = quote;
    }

    FrontMatterEdit apply(byte[] document) {
        if (!key.matches("[A-Za-z][\\w-]*")) {
            return new FrontMatterEdit.Refused("Not a key: " + key);
        }
        var before = values(document);
        if (before.isEmpty()) {
            return new FrontMatterEdit.Refused("The front matter is missing or cannot be read.");
        }
        if (before.get().values().text(key).filter(value::equals).isPresent()) {
            return new FrontMatterEdit.Unchanged();
        }
        var source = new String(document, StandardCharsets.ISO_8859_1);
        var edited = edited(source).map(text -> text.getBytes(StandardCharsets.ISO_8859_1));
        return edited.filter(bytes -> isGood(before.get(), bytes))
                .<FrontMatterEdit>map(FrontMatterEdit.Changed::new)
                .orElse(new FrontMatterEdit.Refused("The key " + key + " has a form that cannot be edited safely."));
    }

    private static Optional<FrontMatter> values(byte[] document) {
        var findings = new Findings("");
        return SourceText.decode(document, findings)
                .flatMap(text -> FrontMatterReader.read(text, findings))
                .filter(ParsedSource::hasFrontMatter)
                .map(ParsedSource::frontMatter);
    }

    /** The proof of the edit: read again, everything is as it was but for this key. */
    private boolean isGood(FrontMatter before, byte[] edited) {
        return values(edited)
                .map(FrontMatter::asJson)
                .filter(after -> value.equals(String.valueOf(after.get(key))))
                .filter(after -> {
                    var rest = new LinkedHashMap<>(after);
                    var old = new LinkedHashMap<>(before.asJson());
                    rest.remove(key);
                    old.remove(key);
                    return rest.equals(old);
                })
                .isPresent();
    }

    private Optional<String> edited(String source) {
        var mark = source.startsWith("\u00EF\u00BB\u00BF") ? 3 : 0;
        return Fences.find(Fences.Form.YAML, source.substring(mark)).flatMap(fences -> {
            var start = mark + fences.start();
            var end = mark + fences.end();
            return replaced(source, start, end)
                    .or(() -> uncommented(source, start, end))
                    .or(() -> Optional.of(added(source, end)));
        });
    }

    /** The value of an existing key, and only if it stands on one line. */
    private Optional<String> replaced(String source, int start, int end) {
        var line = Pattern.compile(
                        "(?m)^" + Pattern.quote(key) + "[ \\t]*:(?=[ \\t\\r\\n]|\\z)"
                                + "([ \\t]*)(\"[^\"\\r\\n]*\"|'[^'\\r\\n]*'|[^\\s#\"'][^\\r\\n]*?|)(?=[ \\t]*(?:[ \\t]#[^\\r\\n]*)?\\r?$)")
                .matcher(source)
                .region(start, end);
        var found = last(line);
        return found.map(at -> {
            var around = at.quoted() ? at.value().substring(0, 1) : "";
            return source.substring(0, at.from())
                    + (at.gap().isEmpty() ? " " : at.gap())
                    + around
                    + value
                    + around
                    + source.substring(at.to());
        });
    }

    private Optional<String> uncommented(String source, int start, int end) {
        var line = Pattern.compile(
                        "(?m)^[ \\t]*#[ \\t#]*" + Pattern.quote(key) + "[ \\t]*:(?=[ \\t\\r\\n]|\\z)[^\\r\\n]*")
                .matcher(source)
                .region(start, end);
        return line.find()
                ? Optional.of(source.substring(0, line.start()) + written() + source.substring(line.end()))
                : Optional.empty();
    }

    private String added(String source, int end) {
        var firstLine = source.indexOf('\n');
        var lineEnd = firstLine > 0 && source.charAt(firstLine - 1) == '\r' ? "\r\n" : "\n";
        return source.substring(0, end) + written() + lineEnd + source.substring(end);
    }

    private String written() {
        return key + ": " + quote + value + quote;
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
        boolean quoted() {
            return value.startsWith("\"") || value.startsWith("'");
        }
    }
}
