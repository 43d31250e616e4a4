package org.commitcast.contentreading.markdown;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which way a straight quote turns, as kramdown decides it (the rules are those of SmartyPants).
 *
 * @see <a href="https://kramdown.gettalong.org/syntax.html#typographic-symbols">typographic symbols</a>
 */
final class SmartQuotes {

    private static final String PUNCTUATION = "[!\"#$%'()*+,\\-./:;<=>?@\\[\\\\\\]^_`{|}~]";

    /** A rule and what it makes of a double or single quote: o opens, c closes; a digit is a group that stays text. */
    private record Rule(Pattern pattern, String result) {}

    private static final List<Rule> RULES = List.of(
            new Rule(Pattern.compile("([\"'])(?=[_*]{1,2}\\S)"), "o1"),
            new Rule(Pattern.compile("([\"'])(?=" + PUNCTUATION + "(?!\\.\\.)\\B)"), "c1"),
            new Rule(Pattern.compile("(\\s?)\"'(?=\\w)"), "k“‘"),
            new Rule(Pattern.compile("(\\s?)'\"(?=\\w)"), "k‘“"),
            new Rule(Pattern.compile("(\\s?)'(?=\\d\\ds)"), "k’"),
            new Rule(Pattern.compile("(\\s)(['\"])(?=\\w)", Pattern.UNICODE_CHARACTER_CLASS), "ko2"),
            new Rule(Pattern.compile("([^ \\\\\\t\\r\\n\\[{(-])(['\"])"), "kc2"),
            new Rule(Pattern.compile("([\"'])(?=\\s|s\\b|$)", Pattern.MULTILINE), "c1"),
            new Rule(Pattern.compile("(.?)'", Pattern.DOTALL), "k‘"),
            new Rule(Pattern.compile("(.?)\"", Pattern.DOTALL), "k“"));

    private SmartQuotes() {}

    /** What one step over a text made. */
    record Turned(int end, String text) {}

    /**
     * Turns the quote at or just after a position.
     *
     * @param source the text with its markup, which decides as well
     */
    static Turned turn(CharSequence source, int position) {
        for (var rule : RULES) {
            var matcher = rule.pattern
                    .matcher(source)
                    .region(position, source.length())
                    .useTransparentBounds(true)
                    .useAnchoringBounds(false);
            if (matcher.lookingAt()) {
                return new Turned(matcher.end(), result(rule.result, matcher));
            }
        }
        throw new IllegalStateException("no rule for the quote at " + position);
    }

    private static String result(String rule, Matcher matcher) {
        var kept = rule.startsWith("k") ? matcher.group(1) : "";
        var turn = rule.startsWith("k") ? rule.substring(1) : rule;
        if (turn.startsWith("o") || turn.startsWith("c")) {
            var single = matcher.group(turn.charAt(1) - '0').equals("'");
            var opens = turn.startsWith("o");
            if (single) {
                return kept + (opens ? "‘" : "’");
            }
            return kept + (opens ? "“" : "”");
        }
        return kept + turn;
    }
}
