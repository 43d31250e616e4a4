package org.commitcast.contentreading.frontmatter;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.limit.ReadingLimits;

/** Puts a value under a key. Works on bytes read as Latin-1, so that each byte is one character and none is lost. */
final class ValueEdit {

    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";

    private static final String KEY = "[A-Za-z][\\w-]*";

    /** Each costs reading the whole document; whoever has more places that look like the key means none of them. */
    private static final int MOST_TRIED = 20;

    private final String key;
    private final String value;
    private final List<String> siblings;

    ValueEdit(String key, String value, Collection<String> siblings) {
        this.key = key;
        this.value = value;
        this.siblings = siblings.stream()
                .filter(sibling -> !sibling.equals(key))
                .filter(sibling -> sibling.matches(KEY))
                .toList();
    }

    FrontMatterEdit apply(byte[] document) {
        if (!key.matches(KEY)) {
            return new FrontMatterEdit.Refused("Not a key: " + key);
        }
        var before = values(document);
        if (before.isEmpty()) {
            return new FrontMatterEdit.Refused("The front matter is missing or cannot be read.");
        }
        if (before.get().values().text(key).filter(value::equals).isPresent()) {
            return new FrontMatterEdit.Unchanged();
        }
        var exists = before.get().position(key).isPresent();
        return ways(new String(document, StandardCharsets.ISO_8859_1), exists)
                .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
                .filter(bytes -> isGood(before.get(), bytes))
                .findFirst()
                .<FrontMatterEdit>map(FrontMatterEdit.Changed::new)
                .orElse(new FrontMatterEdit.Refused("The key " + key + " has a form that cannot be edited safely."));
    }

    private static Optional<FrontMatter> values(byte[] document) {
        var findings = new Findings("");
        // Whoever reads documents has limits of their own.
        return SourceText.decode(document, ReadingLimits.LARGEST, findings)
                .flatMap(text -> FrontMatterReader.read(text, ReadingLimits.LARGEST, findings))
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

    /** The texts that may be it, the best one first; each is made when it is its turn. */
    private Stream<String> ways(String document, boolean exists) {
        var mark = document.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : "";
        var source = document.substring(mark.length());
        var edited = new KeyLine(Fences.Form.YAML, key, value, siblings)
                .in(source, exists)
                .or(() -> new KeyLine(Fences.Form.TOML, key, value, siblings).in(source, exists))
                .orElseGet(() -> new JsonMember(key, value, siblings).in(source, exists));
        return edited.stream().limit(MOST_TRIED).map(way -> mark + way.in(source));
    }
}
