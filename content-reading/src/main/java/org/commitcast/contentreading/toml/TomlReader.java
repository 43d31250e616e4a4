package org.commitcast.contentreading.toml;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.dataformat.toml.TomlFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.json.TokenTree;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads one TOML text. What is wrong becomes findings under a common prefix: {@code .syntax}, {@code .too-large},
 * {@code .too-deep}, {@code .control-character}.
 *
 * @see <a href="https://toml.io/en/v1.0.0">TOML</a>
 */
public final class TomlReader {

    private static final TomlFactory FACTORY = TomlFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlReader.MAX_DEPTH)
                    .build())
            .build();

    private final String rules;
    private final ReadingLimits limits;
    private final Findings findings;

    /** Reads with the usual limits. */
    public TomlReader(String rules, Findings findings) {
        this(rules, ReadingLimits.USUAL, findings);
    }

    /** @param rules the prefix of the findings' ids, such as {@code front-matter} */
    public TomlReader(String rules, ReadingLimits limits, Findings findings) {
        this.rules = rules;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads a text that starts at the beginning of a line of its file.
     *
     * @param firstLine the number of that line, so that findings name places in the file
     * @return empty if the text cannot be read; the finding says why
     */
    public Optional<YamlMap> read(String toml, int firstLine) {
        var start = new Position(firstLine, 1);
        if (toml.length() > limits.frontMatterBytes()) {
            findings.error(
                    rules + ".too-large",
                    start,
                    "More TOML than " + limits.ofFrontMatter() + "; move text into the body.");
            return Optional.empty();
        }
        try (var tokens = FACTORY.createParser(toml)) {
            if (tokens.nextToken() != JsonToken.START_OBJECT) {
                return Optional.of(YamlMap.empty(start));
            }
            return Optional.of(new TokenTree(
                            tokens, KeyLines.of(toml, firstLine, place -> findings.controlCharacter(rules, place)))
                    .object());
        } catch (StreamConstraintsException | StackOverflowError e) {
            findings.error(
                    rules + ".too-deep",
                    start,
                    "Nested more than " + YamlReader.MAX_DEPTH + " levels deep; make it flatter.");
        } catch (JsonProcessingException e) {
            findings.error(rules + ".syntax", place(e.getLocation(), start), explain(e.getOriginalMessage()));
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is not readable", e);
        }
        return Optional.empty();
    }

    /** What is wrong with a line is often told when the line is over. */
    private static Position place(@Nullable JsonLocation at, Position start) {
        if (at == null || at.getLineNr() < 1) {
            return start;
        }
        var over = at.getColumnNr() <= 1 && at.getLineNr() > 1;
        var line = start.line() + at.getLineNr() - (over ? 2 : 1);
        return new Position(line, over ? 1 : Math.max(1, at.getColumnNr()));
    }

    private static String explain(String problem) {
        if (problem.startsWith("Duplicate key") || problem.startsWith("Table redefined")) {
            return "This key stands twice, which TOML does not allow; remove one.";
        }
        if (problem.startsWith("Newline not permitted")) {
            return "A value is missing or a quote is never closed on this line; write key = \"value\".";
        }
        return "This is not valid TOML (" + problem.replaceAll("\\s+", " ")
                + "); text stands in double quotes: key = \"value\".";
    }
}
