package org.commitcast.feed.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commitcast.eventtransport.IncomingEvents;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in sites, content, transcripts and discussions. */
@ApplicationScoped
public class StateConsumer {
    /** Fixed for life: the stored positions hang on it. */
    public static final String GROUP = "commitcast-feed";

    private final IncomingEvents incoming;
    private final Intake intake;

    StateConsumer(IncomingEvents incoming, Intake intake) {
        this.incoming = incoming;
        this.intake = intake;
    }

    @Incoming("state")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        incoming.consume(records, GROUP, intake::poll);
    }
}
