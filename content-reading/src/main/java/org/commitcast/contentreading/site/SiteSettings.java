package org.commitcast.contentreading.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commitcast.contentevents.UnfitValueException;
import org.jspecify.annotations.Nullable;

/** What one source says of a site: its definition, {@code .commitcast.yml}, or the generator's configuration. */
public final class SiteSettings {

    private static final SiteSettings NONE = new SiteSettings(Map.of());

    private final Map<Setting<?>, Object> values;

    private SiteSettings(Map<Setting<?>, Object> values) {
        this.values = values;
    }

    /** Says nothing. */
    public static SiteSettings none() {
        return NONE;
    }

    /**
     * Reads settings out of JSON or YAML values by the names of {@link Setting}. A null counts as not said.
     *
     * @return the good ones, and a problem for each name that is not known and each value that does not fit
     */
    public static Reading read(Map<String, ? extends @Nullable Object> json) {
        var settings = NONE;
        var problems = new ArrayList<Problem>();
        for (var entry : json.entrySet()) {
            var value = entry.getValue();
            var setting = named(entry.getKey());
            if (setting.isEmpty()) {
                problems.add(new Problem(entry.getKey(), "There is no setting of this name."));
            } else if (value != null) {
                try {
                    var read = settings.withRead(setting.get(), value);
                    settings = read.orElse(settings);
                    if (read.isEmpty()) {
                        problems.add(new Problem(
                                entry.getKey(), "Expected " + setting.get().expected() + "."));
                    }
                } catch (UnfitValueException e) {
                    problems.add(new Problem(entry.getKey() + e.place(), "It " + e.reason() + "."));
                }
            }
        }
        return new Reading(settings, problems);
    }

    /** The same with one more value. */
    public <T> SiteSettings with(Setting<T> setting, T value) {
        var more = new HashMap<>(values);
        more.put(setting, value);
        return new SiteSettings(Map.copyOf(more));
    }

    /** The value, if this source says one. */
    public <T> Optional<T> get(Setting<T> setting) {
        return Optional.ofNullable(values.get(setting)).map(setting.type()::cast);
    }

    private <T> Optional<SiteSettings> withRead(Setting<T> setting, Object value) {
        return setting.reader().apply(value).map(read -> with(setting, read));
    }

    private static Optional<Setting<?>> named(String name) {
        return Setting.ALL.stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst();
    }

    @Override
    public String toString() {
        return values.toString();
    }

    /** Settings and what was wrong with the rest. */
    public record Reading(SiteSettings settings, List<Problem> problems) {
        public Reading {
            problems = List.copyOf(problems);
        }
    }

    /** A setting that was left out. */
    public record Problem(String name, String message) {}
}
