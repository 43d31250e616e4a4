package org.commitcast.feed.intake;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.commitcast.contentevents.Topic;
import org.commitcast.feed.store.ConsumedPositions;
import org.commitcast.feed.store.Schema;
import org.commitcast.feed.store.StoreException;
import org.commitcast.feed.store.TopicReader;
import org.jboss.logging.Logger;

/**
 * Whether all that lay on the topics at the start is in the store. Until then no feed is made: an emptied store that
 * is half filled would show readers, and tell the world, feeds that never were.
 */
@ApplicationScoped
public class Replay {
    private static final Logger LOG = Logger.getLogger(Replay.class);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Map<String, Object> kafka;
    private final Schema schema;
    private final ConsumedPositions positions;
    private final Event<ReplayCompleted> completed;
    private volatile boolean complete;

    Replay(
            @Identifier("default-kafka-broker") Map<String, Object> kafka,
            Schema schema,
            ConsumedPositions positions,
            Event<ReplayCompleted> completed) {
        this.kafka = kafka;
        this.schema = schema;
        this.positions = positions;
        this.completed = completed;
    }

    /** Whether feeds may be made. */
    public boolean isComplete() {
        return complete;
    }

    void start(@Observes StartupEvent event) {
        Thread thread = new Thread(this::watch, "replay");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        boolean told = false;
        while (!complete) {
            try {
                if (schema.isCurrent()) {
                    awaitPositions(unread());
                    complete = true;
                    completed.fire(new ReplayCompleted());
                }
            } catch (KafkaException | StoreException e) {
                if (!told) {
                    LOG.warnf("feeds are made once the topics are read: %s", e.getMessage());
                }
                told = true;
            }
            pause();
        }
    }

    /** The last record of each partition that the store has not taken in. */
    private Map<TopicPartition, Long> unread() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (Topic topic : List.of(Topic.SITES, Topic.CONTENT, Topic.TRANSCRIPTS, Topic.DISCUSSIONS)) {
            for (int number = 0; number < Topic.PARTITIONS; number++) {
                partitions.add(new TopicPartition(topic.topicName(), number));
            }
        }
        try (TopicReader reader = new TopicReader(kafka, partitions)) {
            return reader.lastRecords(positions.of(StateConsumer.GROUP));
        }
    }

    private void awaitPositions(Map<TopicPartition, Long> targets) {
        while (!positions.reach(StateConsumer.GROUP, targets)) {
            pause();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the topics were read", e);
        }
    }
}
