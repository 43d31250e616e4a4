package org.commitcast.contentreading.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.commitcast.contentreading.yaml.YamlMap;
import org.commitcast.contentreading.yaml.YamlReader;

/**
 * Reads one JSON object, and whatever may follow is left alone. What is wrong becomes findings under a common prefix:
 * {@code .syntax}, {@code .too-large}, {@code .too-deep}, {@code .duplicate-key}, {@code .control-character}.
 */
public final class JsonReader {

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(YamlReader.MAX_DEPTH)
                    .build())
            .build();

    private final String rules;
    private final ReadingLimits limits;
    private final Findings findings;

    /** Reads with the usual limits. */
    public JsonReader(String rules, Findings findings) {
        this(rules, ReadingLimits.USUAL, findings);
    }

    /** @param rules the prefix of the findings' ids, such as {@code front-matter} */
    public JsonReader(String rules, ReadingLimits limits, Findings findings) {
        this.rules = rules;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads the object that a text begins with.
     *
     * @param firstLine the number of the text's first line in its file
     * @return empty if it cannot be read; the finding says why
     */
    public Optional<Parsed> read(String text, int firstLine) {
        var readable = text.substring(0, Math.min(text.length(), limits.frontMatterBytes()));
        try (var tokens = FACTORY.createParser(readable)) {
            if (tokens.nextToken() != JsonToken.START_OBJECT) {
                findings.error(rules + ".syntax", new Position(firstLine, 1), "Expected a JSON object in braces.");
                return Optional.empty();
            }
            var map = new TokenTree(tokens, new Lines(firstLine)).object();
            return Optional.of(new Parsed(map, (int) tokens.currentLocation().getCharOffset()));
        } catch (StreamConstraintsException e) {
            findings.error(
                    rules + ".too-deep",
                    new Position(firstLine, 1),
                    "Nested more than " + YamlReader.MAX_DEPTH + " levels deep; make it flatter.");
        } catch (JsonProcessingException e) {
            refuse(e, readable.length() < text.length(), firstLine);
        } catch (IOException e) {
            throw new UncheckedIOException("a text in memory is not readable", e);
        }
        return Optional.empty();
    }

    private void refuse(JsonProcessingException e, boolean cut, int firstLine) {
        if (cut) {
            findings.error(
                    rules + ".too-large",
                    new Position(firstLine, 1),
                    "The JSON does not end within " + limits.ofFrontMatter()
                            + "; move text into the body, or close a brace.");
            return;
        }
        var at = e.getLocation();
        findings.error(
                rules + ".syntax",
                at == null ? new Position(firstLine, 1) : position(at, firstLine),
                "This is not valid JSON (" + e.getOriginalMessage().replaceAll("\\s+", " ")
                        + "); check quotes, commas and braces.");
    }

    private static Position position(JsonLocation at, int firstLine) {
        return new Position(firstLine + Math.max(1, at.getLineNr()) - 1, Math.max(1, at.getColumnNr()));
    }

    /**
     * What was read.
     *
     * @param end the offset behind the closing brace
     */
    public record Parsed(YamlMap values, int end) {}

    private final class Lines implements TokenTree.Places {
        private final int firstLine;

        Lines(int firstLine) {
            this.firstLine = firstLine;
        }

        @Override
        public Position of(JsonParser tokens, List<String> keys) {
            return position(tokens.currentTokenLocation(), firstLine);
        }

        @Override
        public void controlCharacter(Position position) {
            findings.controlCharacter(rules, position);
        }

        @Override
        public void duplicate(String key, Position position) {
            findings.warning(
                    rules + ".duplicate-key",
                    position,
                    "The key '" + key + "' stands twice; the last one counts. Remove the other.");
        }
    }
}
