package org.commitcast.notify.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which of the sources this deployment asks. */
record SourceChoice(Set<String> searched, Set<String> followed, List<String> complaints) {

    /** @param named what the deployment names; empty for all that have what they need */
    static SourceChoice of(Map<String, DiscussionSource> sources, List<String> named) {
        List<String> complaints = new ArrayList<>();
        sources.values().forEach(source -> complaints.addAll(source.complaints()));
        Set<String> able = new TreeSet<>();
        Set<String> followed = new TreeSet<>();
        sources.forEach((name, source) -> {
            if (source.searches()) {
                able.add(name);
            }
            if (source.follows()) {
                followed.add(name);
            }
        });
        if (named.equals(List.of("none"))) {
            return new SourceChoice(Set.of(), Set.of(), complaints);
        }
        Set<String> searched = named.isEmpty() ? able : new LinkedHashSet<>(named);
        for (String name : searched) {
            if (!sources.containsKey(name)) {
                complaints.add("COMMITCAST_SOURCES names '" + name + "', which is none of " + sources.keySet());
            } else if (!able.contains(name)) {
                complaints.add("COMMITCAST_SOURCES names " + name + ", whose credentials are missing");
            }
        }
        return new SourceChoice(Set.copyOf(searched), Set.copyOf(followed), complaints);
    }
}
