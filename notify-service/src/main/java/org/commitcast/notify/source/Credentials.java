package org.commitcast.notify.source;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Settings without which a source cannot be searched: all of them, or none. Prints no values. */
public final class Credentials {
    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> missing = new ArrayList<>();

    /** One more setting. */
    public Credentials with(String variable, Optional<String> value) {
        Optional<String> text = value.map(String::strip).filter(said -> !said.isEmpty());
        text.ifPresent(said -> given.put(variable, said));
        if (text.isEmpty()) {
            missing.add(variable);
        }
        return this;
    }

    public boolean complete() {
        return missing.isEmpty();
    }

    /** What lacks beside what is there, and what no header could carry. */
    public List<String> complaints() {
        List<String> complaints = new ArrayList<>();
        if (!given.isEmpty()) {
            missing.forEach(variable -> complaints.add(
                    variable + " is missing beside " + given.keySet().iterator().next()));
        }
        given.forEach((variable, value) -> {
            if (!value.matches("[\\x21-\\x7e]+")) {
                complaints.add(variable + " has characters that it cannot have");
            }
        });
        return complaints;
    }

    public String require(String variable) {
        return Optional.ofNullable(given.get(variable))
                .orElseThrow(() -> new IllegalStateException(variable + " is not set"));
    }

    @Override
    public String toString() {
        return given.keySet().toString();
    }
}
