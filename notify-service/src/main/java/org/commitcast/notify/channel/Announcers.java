package org.commitcast.notify.channel;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** All backends by their type. */
@ApplicationScoped
public class Announcers {
    private final Map<String, Announcer> byType = new TreeMap<>();

    Announcers(@All List<Announcer> announcers) {
        announcers.forEach(announcer -> byType.put(announcer.type(), announcer));
    }

    public Optional<Announcer> of(String type) {
        return Optional.ofNullable(byType.get(type));
    }

    /** The backend of a channel that was saved, so its type exists. */
    public Announcer require(String type) {
        return of(type).orElseThrow(
                        () -> new IllegalStateException("there is no backend for channels of type " + type));
    }

    public List<String> types() {
        return List.copyOf(byType.keySet());
    }
}
