package org.commitcast.contentreading.frontmatter;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.frontmatter.Fences.Form;
import org.commitcast.contentreading.generator.FrontMatterForms;
import org.commitcast.contentreading.json.JsonReader;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.toml.TomlReader;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;

/**
 * Takes a file apart into front matter and body: YAML between {@code ---} lines, TOML between {@code +++} lines, or a
 * JSON object.
 */
public final class FrontMatterReader {

    private static final String RULES = "front-matter";
    // An opening brace alone may begin a template's tag.
    private static final Pattern JSON = Pattern.compile("\\A\\s*(?=\\{\\s*[\"}])");

    private FrontMatterReader() {}

    /** Reads whatever form there is; empty if front matter is there and cannot be read, and the finding says why. */
    public static Optional<ParsedSource> read(String text, ReadingLimits limits, Findings findings) {
        return read(text, FrontMatterForms.ANY, limits, findings);
    }

    /**
     * The same, where the tool that makes the site's pages may not take every form.
     *
     * @param forms which it takes; what only others take is a finding
     */
    public static Optional<ParsedSource> read(
            String text, FrontMatterForms forms, ReadingLimits limits, Findings findings) {
        if (Fences.opens(Form.YAML, text)) {
            tellBlankLines(text, forms, findings);
            return fenced(Form.YAML, text, limits, findings);
        }
        var json = JSON.matcher(text);
        var hasJson = json.find();
        var toml = Fences.opens(Form.TOML, text);
        if ((toml || hasJson) && forms == FrontMatterForms.YAML_AT_START) {
            findings.error(
                    "front-matter.unsupported",
                    Position.START,
                    "Front matter must be YAML between '---' lines here; TOML and JSON are not read by Jekyll.");
            return Optional.empty();
        }
        if (toml) {
            return fenced(Form.TOML, text, limits, findings);
        }
        return hasJson
                ? json(text, json.end(), limits, findings)
                : Optional.of(parsed(false, FrontMatter.empty(), text, 0));
    }

    private static void tellBlankLines(String text, FrontMatterForms forms, Findings findings) {
        if (forms == FrontMatterForms.YAML_AT_START && !text.startsWith("---")) {
            findings.warning(
                    "front-matter.not-first",
                    Position.START,
                    "Jekyll reads front matter only if '---' is the very first line; delete what stands before it.");
        }
    }

    private static Optional<ParsedSource> fenced(Form form, String text, ReadingLimits limits, Findings findings) {
        var found = Fences.find(form, text);
        if (found.isEmpty()) {
            findings.error(
                    "front-matter.unclosed",
                    Position.START,
                    "The front matter is never closed; put a line '" + (form == Form.YAML ? "---" : "+++")
                            + "' after it.");
            return Optional.empty();
        }
        var inside = text.substring(found.get().start(), found.get().end());
        var firstLine = Fences.lineAt(text, found.get().start());
        Supplier<Optional<YamlMap>> values = form == Form.YAML
                ? () -> new YamlReader(RULES, limits, findings).read(inside, firstLine)
                : () -> new TomlReader(RULES, limits, findings).read(inside, firstLine);
        return values.get()
                .map(map -> parsed(
                        true,
                        new FrontMatter(map, CommentedKeys.in(form, inside, firstLine)),
                        text,
                        found.get().bodyStart()));
    }

    private static Optional<ParsedSource> json(String text, int start, ReadingLimits limits, Findings findings) {
        return new JsonReader(RULES, limits, findings)
                .read(text.substring(start), Fences.lineAt(text, start))
                .map(read -> parsed(
                        true, new FrontMatter(read.values(), Map.of()), text, afterLineEnd(text, start + read.end())));
    }

    private static int afterLineEnd(String text, int offset) {
        var windows = text.startsWith("\r\n", offset);
        return offset + (windows ? 2 : text.startsWith("\n", offset) ? 1 : 0);
    }

    private static ParsedSource parsed(boolean has, FrontMatter frontMatter, String text, int bodyStart) {
        var body = text.substring(bodyStart);
        return new ParsedSource(
                has, frontMatter, lineFeeds(body), Fences.lineAt(text, bodyStart), body.contains("\r\n"));
    }

    private static String lineFeeds(String text) {
        return text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    }
}
