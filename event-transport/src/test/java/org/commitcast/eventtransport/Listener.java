package org.commitcast.eventtransport;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commitcast.contentevents.ContentSnapshot;
import org.commitcast.contentevents.EventHandler;
import org.commitcast.contentevents.Topic;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** A service that writes and reads the content topic and remembers what it saw. */
@ApplicationScoped
class Listener implements TransportProfile {
    private final List<ContentSnapshot> received = new CopyOnWriteArrayList<>();
    private final List<ContentSnapshot> restored = new CopyOnWriteArrayList<>();
    private final IncomingEvents incoming;

    Listener(IncomingEvents incoming) {
        this.incoming = incoming;
    }

    @Incoming("content")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        incoming.consume(records, "transport-test", Receiving::new);
    }

    /** The revisions of one item in the order of their arrival, repetitions left out. */
    List<Long> revisionsOf(String contentId) {
        return received.stream()
                .filter(content -> content.contentId().equals(contentId))
                .map(ContentSnapshot::revision)
                .distinct()
                .toList();
    }

    /** What was restored since the last call. */
    List<ContentSnapshot> takeRestored() {
        List<ContentSnapshot> taken = List.copyOf(restored);
        restored.clear();
        return taken;
    }

    @Override
    public String service() {
        return "transport-test";
    }

    @Override
    public Set<Topic> writes() {
        return Set.of(Topic.CONTENT);
    }

    @Override
    public EventHandler restorer() {
        return new EventHandler() {
            @Override
            public void contentChanged(ContentSnapshot content) {
                restored.add(content);
            }
        };
    }

    private final class Receiving implements PolledEvents {
        @Override
        public void contentChanged(ContentSnapshot content) {
            if (content.title().startsWith("poison")) {
                throw new IllegalStateException("cannot be handled");
            }
            received.add(content);
        }
    }
}
