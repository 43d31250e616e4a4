package org.commitcast.eventtransport;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.apache.kafka.common.KafkaException;
import org.jboss.logging.Logger;

/** Starts and stops the relay with the service. */
@ApplicationScoped
class TransportLifecycle {
    private static final Logger LOG = Logger.getLogger(TransportLifecycle.class);

    private final TopicCheck topics;
    private final Relay relay;

    TransportLifecycle(TopicCheck topics, Relay relay) {
        this.topics = topics;
        this.relay = relay;
    }

    /** Wrong topics fail the start; a broker that is away does not: webhooks are taken and feeds served without it. */
    void start(@Observes @Priority(100) StartupEvent event) throws InterruptedException {
        try {
            topics.require();
        } catch (KafkaException e) {
            LOG.warnf("Kafka is not there yet, events wait: %s", e.getMessage());
        }
        relay.start();
    }

    void stop(@Observes @Priority(Integer.MAX_VALUE) ShutdownEvent event) throws InterruptedException {
        relay.stop();
    }
}
