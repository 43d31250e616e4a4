package org.commitcast.contentreading.jekyll;

import java.util.Iterator;
import java.util.Map;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;

/**
 * Liquid in a document's text. Nothing of it is ever run: plain values are put in, comments and raw blocks are
 * understood, highlighted code becomes code; everything else is left out with a finding.
 */
public final class LiquidText {

    private final LiquidValues values;
    private final Findings findings;

    /** @param variables by full name, such as {@code site.url} or {@code page.title} */
    public LiquidText(Map<String, String> variables, Findings findings) {
        this.values = new LiquidValues(variables);
        this.findings = findings;
    }

    /**
     * The text without Liquid.
     *
     * @param firstLine the number of its first line in the file
     */
    public String resolve(String text, int firstLine) {
        if (!text.contains("{%") && !text.contains("{{")) {
            return text;
        }
        var out = new StringBuilder();
        var stripNext = false;
        for (var tokens = LiquidToken.split(text).iterator(); tokens.hasNext(); ) {
            var token = tokens.next();
            if (token.type() == LiquidToken.Type.TEXT) {
                out.append(stripNext ? token.source().stripLeading() : token.source());
                stripNext = stripNext && token.source().isBlank();
                continue;
            }
            if (token.stripsBefore()) {
                stripTrailing(out);
            }
            stripNext = token.stripsAfter();
            out.append(replacement(token, tokens, text, firstLine));
        }
        return out.toString();
    }

    private static void stripTrailing(StringBuilder out) {
        while (!out.isEmpty() && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    private String replacement(LiquidToken token, Iterator<LiquidToken> rest, String text, int firstLine) {
        return switch (token.name()) {
            case "raw" -> upTo("endraw", rest);
            case "comment" -> {
                upTo("endcomment", rest);
                yield "";
            }
            case "highlight" -> highlighted(token, upTo("endhighlight", rest));
            case "" ->
                values.of(token.words()).orElseGet(() -> {
                    leftOut(token.words(), token, text, firstLine);
                    return "";
                });
            default -> {
                leftOut(token.name(), token, text, firstLine);
                yield "";
            }
        };
    }

    private static String upTo(String end, Iterator<LiquidToken> rest) {
        var inside = new StringBuilder();
        while (rest.hasNext()) {
            var next = rest.next();
            if (next.name().equals(end)) {
                break;
            }
            inside.append(next.source());
        }
        return inside.toString();
    }

    private static String highlighted(LiquidToken token, String code) {
        var words = token.words().split("\\s+", -1);
        var language = words.length > 1 ? words[1] : "";
        return "\n```" + language + "\n" + code.replaceAll("\\A\\n+|\\s+\\z", "") + "\n```\n";
    }

    private void leftOut(String what, LiquidToken token, String text, int firstLine) {
        if (findings.isFull()) {
            return;
        }
        var line = firstLine
                + (int) text.chars()
                        .limit(token.offset())
                        .filter(c -> c == '\n')
                        .count();
        var column = token.offset() - text.lastIndexOf('\n', Math.max(0, token.offset() - 1));
        findings.warning(
                "liquid.left-out",
                new Position(line, Math.max(1, column)),
                "The Liquid construct '" + (what.length() > 60 ? what.substring(0, 60) + "…" : what)
                        + "' is left out; write its result into the text if it matters.");
    }
}
