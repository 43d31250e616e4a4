package org.commitcast.contentreading.jekyll;

import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentreading.finding.Findings;
import org.commitcast.contentreading.finding.Position;

/**
 * Liquid in a document's text. Nothing of it is ever run: plain values are put in, comments and raw blocks are
 * understood, highlighted code becomes code, links to other files their addresses, common includes a link to what they
 * embed; everything else is left out with a finding.
 */
public final class LiquidText {

    private final LiquidValues values;
    private final LiquidIncludes includes;
    private final LiquidPages pages;
    private final String folder;
    private final Findings findings;
    private LineCount lines = new LineCount();

    /** @param variables by full name, such as {@code site.url} or {@code page.title} */
    public LiquidText(Map<String, String> variables, LiquidPages pages, Findings findings) {
        this.values = new LiquidValues(variables);
        this.includes = new LiquidIncludes(values);
        this.pages = pages;
        this.folder = variables.getOrDefault("site.baseurl", "");
        this.findings = findings;
    }

    /** Whether a text has any. */
    public static boolean isIn(String text) {
        return text.contains("{%") || text.contains("{{");
    }

    /**
     * The text without Liquid.
     *
     * @param firstLine the number of its first line in the file
     */
    public String resolve(String text, int firstLine) {
        if (!isIn(text)) {
            return text;
        }
        lines = new LineCount();
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
            var replacement = replacement(token, tokens, text, firstLine);
            // Authors wrote the folder before such links when Jekyll did not add it yet.
            var doubled = !folder.isEmpty() && isLink(token) && endsWith(out, folder) && replacement.startsWith(folder);
            out.append(doubled ? replacement.substring(folder.length()) : replacement);
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
                var found = tag(
                        token.name(),
                        token.words().substring(token.name().length()).strip());
                if (found.isEmpty()) {
                    leftOut(token.name(), token, text, firstLine);
                }
                yield found.orElse("");
            }
        };
    }

    private Optional<String> tag(String name, String words) {
        return switch (name) {
            case "link" -> pages.of(words);
            case "post_url" -> pages.of(postPath(words));
            case "include", "include_cached", "include_relative" -> includes.include(words);
            default -> includes.tag(name, words);
        };
    }

    /** Posts are named by their file without ending, in a folder of their own if they are in one. */
    private static String postPath(String name) {
        var clean = name.startsWith("/") ? name.substring(1) : name;
        var slash = clean.lastIndexOf('/') + 1;
        return clean.substring(0, slash) + "_posts/" + clean.substring(slash) + ".md";
    }

    private static boolean isLink(LiquidToken token) {
        return token.name().equals("link") || token.name().equals("post_url");
    }

    private static boolean endsWith(StringBuilder out, String end) {
        return out.length() >= end.length()
                && out.substring(out.length() - end.length()).equals(end);
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
        var line = firstLine + lines.upTo(text, token.offset());
        var column = token.offset() - text.lastIndexOf('\n', Math.max(0, token.offset() - 1));
        findings.warning(
                "content.liquid",
                new Position(line, Math.max(1, column)),
                "The Liquid construct '" + (what.length() > 60 ? what.substring(0, 60) + "…" : what)
                        + "' is left out; write its result into the text if it matters.");
    }

    /** Counts lines once over, however often it is asked. */
    private static final class LineCount {
        private int at;
        private int lines;

        int upTo(String text, int offset) {
            for (; at < offset; at++) {
                lines += text.charAt(at) == '\n' ? 1 : 0;
            }
            return lines;
        }
    }
}
