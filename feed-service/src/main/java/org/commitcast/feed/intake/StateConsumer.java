package org.commitcast.feed.intake;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.commitcast.eventtransport.IncomingEvents;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jboss.logging.Logger;

/** Takes in sites, content, transcripts and discussions. */
@ApplicationScoped
public class StateConsumer {
    /** Fixed for life: the stored positions hang on it. */
    public static final String GROUP = "commitcast-feed";

    private static final Logger LOG = Logger.getLogger(StateConsumer.class);

    private final IncomingEvents incoming;
    private final Intake intake;
    private final Replay replay;
    private final SitePublishing publishing;

    StateConsumer(IncomingEvents incoming, Intake intake, Replay replay, SitePublishing publishing) {
        this.incoming = incoming;
        this.intake = intake;
        this.replay = replay;
        this.publishing = publishing;
    }

    @Incoming("state")
    @Blocking
    void consume(ConsumerRecords<String, byte[]> records) {
        Set<String> touched = new TreeSet<>();
        incoming.consume(records, GROUP, () -> intake.poll(touched::add));
        if (replay.isComplete()) {
            publish(touched);
        }
    }

    /** Once each, and only now: a feed that cannot be made must not cost the records that it would be made of. */
    private void publish(Set<String> sites) {
        try {
            sites.forEach(publishing::publish);
        } catch (RuntimeException e) {
            LOG.debugf("sites stay pending until the database is back: %s", e.getMessage());
        }
    }
}
