package org.commitcast.eventtransport;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.commitcast.contentevents.Topic;

/** Sees to it that the topics are as the promises need them: number of partitions, compaction, size of a record. */
@ApplicationScoped
class TopicCheck {
    private final KafkaSettings settings;
    private final TransportConfig config;
    private volatile boolean passed;
    private volatile List<String> differences = List.of();

    TopicCheck(KafkaSettings settings, TransportConfig config) {
        this.settings = settings;
        this.config = config;
    }

    /** What is not as it must be, for people; empty also while Kafka was not reached yet. */
    List<String> differences() {
        return differences;
    }

    /**
     * Returns when the topics are right.
     *
     * @throws TopicMismatchException naming each difference
     * @throws KafkaException where the broker does not answer in time
     */
    void require() throws InterruptedException {
        if (passed) {
            return;
        }
        Map<String, Object> admin = settings.admin();
        admin.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, (int)
                config.startTimeout().toMillis());
        admin.put(AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, (int)
                config.startTimeout().toMillis());
        try (Admin broker = Admin.create(admin)) {
            TopicInspection inspection = new TopicInspection(broker);
            if (config.createTopics()) {
                inspection.createMissing();
            }
            differences = inspect(inspection);
            long deadline = System.nanoTime() + config.startTimeout().toNanos();
            while (config.createTopics() && onlyMissing() && System.nanoTime() < deadline) {
                // A broker lists a topic a little after it was made, perhaps by another service.
                TimeUnit.MILLISECONDS.sleep(100);
                differences = inspect(inspection);
            }
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the topics could not be checked", e);
        }
        if (!differences.isEmpty()) {
            throw new TopicMismatchException(differences);
        }
        passed = true;
    }

    private static List<String> inspect(TopicInspection inspection)
            throws InterruptedException, ExecutionException, TimeoutException {
        List<String> found = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            found.addAll(inspection.differencesOf(topic));
        }
        return List.copyOf(found);
    }

    private boolean onlyMissing() {
        return !differences.isEmpty()
                && differences.stream().allMatch(difference -> difference.contains(TopicInspection.MISSING));
    }

    /** How long one answer may take; the admin client's own limit ends it before. */
    static <T> T answer(KafkaFuture<T> future) throws InterruptedException, ExecutionException, TimeoutException {
        return future.get(30, TimeUnit.SECONDS);
    }
}
