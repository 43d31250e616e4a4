package org.commitcast.contentreading.jekyll;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values that a text may ask for without anything being run. */
final class LiquidValues {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"]*)\"|'([^']*)'");

    private final Map<String, String> variables;

    LiquidValues(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The value of an expression; empty if it is more than a known name or a text with known filters. */
    Optional<String> of(String expression) {
        var quoted = QUOTED.matcher(expression.strip());
        if (quoted.lookingAt()) {
            var text = quoted.group(1) != null ? quoted.group(1) : quoted.group(2);
            return filtered(text, expression.strip().substring(quoted.end()));
        }
        var name = expression.split("\\|", 2)[0];
        return Optional.ofNullable(variables.get(name.strip()))
                .flatMap(value -> filtered(value, expression.substring(name.length())));
    }

    private Optional<String> filtered(String text, String filters) {
        var value = Optional.of(text);
        var names = filters.split("\\|", -1);
        for (var i = 1; i < names.length; i++) {
            var filter = names[i].strip();
            value = value.flatMap(before -> filter(before, filter));
        }
        return names[0].isBlank() ? value : Optional.empty();
    }

    private Optional<String> filter(String text, String name) {
        var base = variables.getOrDefault("site.baseurl", "");
        var path = text.startsWith("/") ? text : "/" + text;
        return switch (name) {
            case "relative_url" -> Optional.of(base + path);
            case "absolute_url" ->
                Optional.ofNullable(variables.get("site.url")).map(url -> url + base + path);
            case "strip" -> Optional.of(text.strip());
            default -> Optional.empty();
        };
    }
}
