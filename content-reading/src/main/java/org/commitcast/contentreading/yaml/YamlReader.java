package org.commitcast.contentreading.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;
import org.commitcast.contentreading.limit.ReadingLimits;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Reads one YAML text into a tree of texts. What is wrong becomes findings under a common prefix: {@code .syntax},
 * {@code .too-large}, {@code .too-deep}, {@code .aliases}, {@code .duplicate-key}, {@code .control-character}.
 */
public final class YamlReader {

    /** What is nested more deeply is refused. */
    public static final int MAX_DEPTH = 20;

    // YAML 1.2 wants spaces after a key; Ruby's reader takes tabs as well, and people have them in their files.
    private static final Pattern TABS_AFTER_KEY = Pattern.compile("(?m)^([ -]*+[\\w.][\\w.-]*+:[ ]*+)(\\t[ \\t]*+)");
    private static final Pattern BLANKS_AT_END = Pattern.compile("(?m)(?<![ \\t])([ \\t]++)(?=\\r?$)");
    private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");

    private final String rules;
    private final ReadingLimits limits;
    private final Findings findings;

    /** Reads with the usual limits. */
    public YamlReader(String rules, Findings findings) {
        this(rules, ReadingLimits.USUAL, findings);
    }

    /** @param rules the prefix of the findings' ids, such as {@code front-matter} */
    public YamlReader(String rules, ReadingLimits limits, Findings findings) {
        this.rules = rules;
        this.limits = limits;
        this.findings = findings;
    }

    /**
     * Reads a text that starts at the beginning of a line of its file.
     *
     * @param firstLine the number of that line, so that findings name places in the file
     * @return empty if the text cannot be read or is not a mapping; the finding says why
     */
    public Optional<YamlMap> read(String yaml, int firstLine) {
        var start = new Position(firstLine, 1);
        if (yaml.length() > limits.frontMatterBytes()) {
            findings.error(
                    rules + ".too-large",
                    start,
                    "More YAML than " + limits.ofFrontMatter() + "; move text into the body.");
            return Optional.empty();
        }
        try {
            var settings = LoadSettings.builder().setUseMarks(true).build();
            var events = new Parse(settings).parseString(tolerated(yaml, firstLine));
            var root = new TreeBuilder(events.iterator(), firstLine, rules, findings).build();
            if (root instanceof YamlScalar scalar && scalar.text().isEmpty()) {
                return Optional.of(YamlMap.empty(start));
            }
            if (root instanceof YamlMap map) {
                return Optional.of(map);
            }
            findings.error(rules + ".syntax", start, "Expected lines of the form 'key: value'.");
        } catch (LimitExceeded limit) {
            findings.error(rules + limit.rule, limit.position, limit.advice);
        } catch (MarkedYamlEngineException e) {
            findings.error(rules + ".syntax", place(e, firstLine), explain(e));
        } catch (ReaderException e) {
            findings.error(rules + ".syntax", start, "A character that YAML does not allow; remove it.");
        } catch (YamlEngineException e) {
            findings.error(rules + ".syntax", start, "This is not valid YAML; check quotes and indentation.");
        }
        return Optional.empty();
    }

    private String tolerated(String yaml, int firstLine) {
        var text = yaml;
        var control = CONTROL.matcher(text);
        if (control.find()) {
            var line = firstLine
                    + (int) text.substring(0, control.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            findings.controlCharacter(
                    rules, new Position(line, control.start() - text.lastIndexOf('\n', control.start())));
            text = control.replaceAll(" ");
        }
        if (text.indexOf('\t') >= 0) {
            text = TABS_AFTER_KEY
                    .matcher(text)
                    .replaceAll(m -> m.group(1) + " ".repeat(m.group(2).length()));
            text = BLANKS_AT_END.matcher(text).replaceAll(m -> " "
                    .repeat(m.group(1).length()));
        }
        return text;
    }

    private static Position place(MarkedYamlEngineException e, int firstLine) {
        return e.getProblemMark()
                .or(e::getContextMark)
                .map(mark -> new Position(firstLine + mark.getLine(), mark.getColumn() + 1))
                .orElse(new Position(firstLine, 1));
    }

    private static String explain(MarkedYamlEngineException e) {
        var problem = e.getProblem() == null ? "" : e.getProblem().toLowerCase(Locale.ROOT);
        if (problem.contains("mapping values are not allowed")) {
            return "A colon followed by a space stands inside a value; put the value in quotes.";
        }
        if (problem.contains("could not find expected ':'")) {
            return "Expected 'key: value'; a colon is missing on this line or the one above.";
        }
        if (problem.contains("end of stream") || problem.contains("unexpected end")) {
            return "A quote or bracket that was opened above is never closed; close it.";
        }
        if (problem.contains("cannot start any token")) {
            return "A value may not start with this character; put the value in quotes.";
        }
        return "This is not valid YAML (" + problem.replaceAll("\\s+", " ").strip()
                + "); check quotes and indentation, or put the value in quotes.";
    }

    /** Raised where reading on could cost without bound. */
    static final class LimitExceeded extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String rule;
        private final transient Position position;
        private final String advice;

        LimitExceeded(String rule, Position position, String message) {
            super(message);
            this.advice = message;
            this.rule = rule;
            this.position = position;
        }
    }
}
