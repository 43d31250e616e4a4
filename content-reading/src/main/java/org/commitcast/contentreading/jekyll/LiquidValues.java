package org.commitcast.contentreading.jekyll;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.commitcast.contentreading.embed.EmbeddedPage;

/** The values that a text may ask for without anything being run. */
final class LiquidValues {

    private static final int MAX_LENGTH = 10_000;
    private static final int MAX_FILTERS = 20;
    private static final Pattern PART = Pattern.compile("\"[^\"]*+\"|'[^']*+'|[^|\"']++|[\"']");
    private static final Pattern ARGUMENT = Pattern.compile("\"[^\"]*+\"|'[^']*+'|[^,\\s\"']++");

    private final Map<String, String> variables;

    LiquidValues(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The value of an expression; empty if it is more than a known name or a text with known filters. */
    Optional<String> of(String expression) {
        var steps = steps(expression);
        if (steps.size() > MAX_FILTERS) {
            return Optional.empty();
        }
        // A value that is not there can still have a default.
        var value = single(steps.get(0).strip());
        for (var filter : steps.subList(1, steps.size())) {
            value = filtered(value, filter.strip()).filter(text -> text.length() <= MAX_LENGTH);
        }
        return value;
    }

    /** Splits at pipes outside of quotes. */
    private static List<String> steps(String expression) {
        var steps = new ArrayList<String>();
        var step = new StringBuilder();
        var from = 0;
        var parts = PART.matcher(expression);
        while (parts.find()) {
            if (expression.substring(from, parts.start()).contains("|")) {
                steps.add(step.toString());
                step.setLength(0);
            }
            step.append(parts.group());
            from = parts.end();
        }
        steps.add(step.toString());
        return steps;
    }

    /** A text in quotes, or what a name stands for. */
    Optional<String> single(String word) {
        if (word.length() > 1
                && (word.startsWith("\"") || word.startsWith("'"))
                && word.endsWith(word.substring(0, 1))) {
            return Optional.of(word.substring(1, word.length() - 1));
        }
        return Optional.ofNullable(variables.get(word));
    }

    private Optional<String> filtered(Optional<String> value, String filter) {
        var colon = filter.indexOf(':');
        var name = colon < 0 ? filter : filter.substring(0, colon).strip();
        var arguments = new ArrayList<String>();
        var each = ARGUMENT.matcher(colon < 0 ? "" : filter.substring(colon + 1));
        while (each.find()) {
            var argument = single(each.group());
            if (argument.isEmpty()) {
                return Optional.empty();
            }
            arguments.add(argument.get());
        }
        if (name.equals("default") && arguments.size() == 1) {
            return Optional.of(value.filter(text -> !text.isEmpty()).orElse(arguments.get(0)));
        }
        return value.flatMap(text -> arguments.isEmpty() ? alone(text, name) : with(text, name, arguments));
    }

    private Optional<String> alone(String text, String filter) {
        var base = variables.getOrDefault("site.baseurl", "");
        var path = text.startsWith("/") ? text : "/" + text;
        return switch (filter) {
            case "relative_url" -> Optional.of(base + path);
            case "absolute_url" ->
                Optional.ofNullable(variables.get("site.url")).map(url -> url + base + path);
            case "strip" -> Optional.of(text.strip());
            case "downcase" -> Optional.of(text.toLowerCase(Locale.ROOT));
            case "upcase" -> Optional.of(text.toUpperCase(Locale.ROOT));
            case "capitalize" ->
                Optional.of(text.isEmpty() ? "" : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1));
            case "escape", "xml_escape" -> Optional.of(EmbeddedPage.escaped(text));
            case "url_encode", "cgi_escape" -> Optional.of(URLEncoder.encode(text, StandardCharsets.UTF_8));
            case "uri_escape" -> Optional.of(text.replace(" ", "%20"));
            default -> Optional.empty();
        };
    }

    private static Optional<String> with(String text, String filter, List<String> arguments) {
        var first = arguments.get(0);
        return switch (filter) {
            case "append" -> Optional.of(text + first);
            case "prepend" -> Optional.of(first + text);
            case "remove" -> Optional.of(first.isEmpty() ? text : text.replace(first, ""));
            case "replace" ->
                arguments.size() == 2
                                && !first.isEmpty()
                                && (long) text.length() * arguments.get(1).length() < MAX_LENGTH
                        ? Optional.of(text.replace(first, arguments.get(1)))
                        : Optional.empty();
            default -> Optional.empty();
        };
    }
}
