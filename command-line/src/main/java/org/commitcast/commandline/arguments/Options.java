package org.commitcast.commandline.arguments;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Options of the form {@code --name VALUE} or {@code --name=VALUE}. */
public final class Options {

    private final Map<String, String> values;

    private Options(Map<String, String> values) {
        this.values = values;
    }

    /** Reads the words, of which each must belong to one of the known options. */
    public static Options of(List<String> words, Set<String> known) {
        Map<String, String> values = new HashMap<>();
        Deque<String> rest = new ArrayDeque<>(words);
        while (!rest.isEmpty()) {
            String word = rest.pop();
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (!known.contains(name)) {
                throw new UsageProblem("There is no option %s: known are %s."
                        .formatted(name, String.join(", ", new TreeSet<>(known))));
            }
            String value = equals < 0 ? rest.poll() : word.substring(equals + 1);
            if (value == null || value.isBlank()) {
                throw new UsageProblem("The option %s lacks its value.".formatted(name));
            }
            if (values.put(name, value) != null) {
                throw new UsageProblem("The option %s is given twice.".formatted(name));
            }
        }
        return new Options(values);
    }

    public Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }
}
