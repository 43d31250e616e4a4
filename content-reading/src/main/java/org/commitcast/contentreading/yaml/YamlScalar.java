package org.commitcast.contentreading.yaml;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commitcast.contentreading.finding.Position;
import org.jspecify.annotations.Nullable;

/**
 * A scalar that keeps its text as it was written.
 *
 * @param plain whether it was written without quotes, so that its spelling may mean a number, a boolean or null
 */
public record YamlScalar(String value, boolean plain, Position position) implements YamlNode {

    private static final Pattern INTEGER = Pattern.compile("[-+]?(0|[1-9][0-9]{0,17})");
    private static final Set<String> NULLS = Set.of("", "~", "null");
    private static final Set<String> TRUE = Set.of("true", "yes", "on");
    private static final Set<String> FALSE = Set.of("false", "no", "off");

    private boolean isNull() {
        return plain && NULLS.contains(value.toLowerCase(Locale.ROOT));
    }

    @Override
    public Optional<String> text() {
        return isNull() ? Optional.empty() : Optional.of(value);
    }

    /** The boolean that YAML 1.1, which Ruby reads, sees in it; quoted words count as well, people write them. */
    public Optional<Boolean> truth() {
        var word = value.strip().toLowerCase(Locale.ROOT);
        if (TRUE.contains(word)) {
            return Optional.of(true);
        }
        return FALSE.contains(word) ? Optional.of(false) : Optional.empty();
    }

    /** Fractions and dates stay text: their spelling ("1.10") says more than their value. */
    @Override
    public @Nullable Object toJson() {
        if (isNull()) {
            return null;
        }
        if (plain && truth().isPresent()) {
            return truth().get();
        }
        return plain && INTEGER.matcher(value).matches() ? Long.valueOf(value) : value;
    }
}
