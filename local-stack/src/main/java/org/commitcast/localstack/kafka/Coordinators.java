package org.commitcast.localstack.kafka;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaFuture;

/**
 * A broker makes the topics of its coordinators when the first client asks for one, and lets it wait for seconds. Asked
 * while the services still start, it is done when they need them.
 */
final class Coordinators {
    private static final String NOBODY = "nobody";
    private static final int PATIENCE_MILLIS = 15_000;

    private Coordinators() {}

    /** Returns at once. */
    static void prepare(String bootstrapServers) {
        Thread thread = new Thread(() -> ask(bootstrapServers), "coordinators");
        thread.setDaemon(true);
        thread.start();
    }

    private static void ask(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                PATIENCE_MILLIS);
        try (Admin admin = Admin.create(settings)) {
            var groups = admin.describeConsumerGroups(List.of(NOBODY)).all();
            var transactions = admin.describeTransactions(List.of(NOBODY)).all();
            awaitAnswer(groups);
            awaitAnswer(transactions);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void awaitAnswer(KafkaFuture<?> answer) throws InterruptedException {
        try {
            answer.get();
        } catch (ExecutionException e) {
            // That there is no such group, or that the broker is gone again: both are nothing to us.
        }
    }
}
