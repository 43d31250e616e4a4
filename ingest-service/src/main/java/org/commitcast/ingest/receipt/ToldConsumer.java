package org.commitcast.ingest.receipt;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commitcast.eventtransport.IncomingEvents;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives what other services tell of our items. */
@ApplicationScoped
class ToldConsumer {
    private final IncomingEvents incoming;
    private final ToldEvents events;

    ToldConsumer(IncomingEvents incoming, ToldEvents events) {
        this.incoming = incoming;
        this.events = events;
    }

    @Incoming("told")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        incoming.consume(records, "commitcast-ingest", () -> events);
    }
}
