package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import org.apache.kafka.clients.producer.KafkaProducer;

/** Opens sessions: topics checked, predecessor fenced, store caught up, in this order. */
@ApplicationScoped
class RelaySessions {
    private final KafkaSettings settings;
    private final TransportProfile profile;
    private final TopicCheck topics;
    private final CatchUp catchUp;
    private final OutboxRows rows;

    RelaySessions(
            KafkaSettings settings, TransportProfile profile, TopicCheck topics, CatchUp catchUp, OutboxRows rows) {
        this.settings = settings;
        this.profile = profile;
        this.topics = topics;
        this.catchUp = catchUp;
        this.rows = rows;
    }

    /** Makes this instance's store fit for processing; whoever relays, each instance sees to it at its start. */
    void catchUp() throws InterruptedException {
        topics.require();
        catchUp.run();
    }

    /** The caller holds the lease. */
    RelaySession open() throws InterruptedException {
        topics.require();
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings.transactionalProducer("commitcast-" + profile.service() + "-relay"));
        try {
            producer.initTransactions();
            // Only now nobody else can write: what is on the topics is all that there is to catch up with.
            catchUp.run();
            rows.tryBlockedAgain();
        } catch (SQLException e) {
            RelaySession.abandon(producer);
            throw new StoreUnavailableException("the outbox could not be read", e);
        } catch (RuntimeException e) {
            RelaySession.abandon(producer);
            throw e;
        }
        return new RelaySession(producer, rows);
    }
}
