package org.commitcast.eventtransport;

import static org.commitcast.eventtransport.TopicCheck.answer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.commitcast.contentevents.EncodedEvent;
import org.commitcast.contentevents.Topic;

/** What one broker has and lacks. */
final class TopicInspection {
    /** Kafka's own default; a record of ours is at most {@link EncodedEvent#MAX_COMPRESSED_BYTES} within it. */
    private static final int MAX_MESSAGE_BYTES = 1024 * 1024;

    /** What a difference says that time may mend: a broker lists a topic a little after it was made. */
    static final String MISSING = " does not exist";

    private final Admin broker;

    TopicInspection(Admin broker) {
        this.broker = broker;
    }

    void createMissing() throws ExecutionException, InterruptedException, TimeoutException {
        Set<String> existing = answer(broker.listTopics().names());
        List<NewTopic> missing = new ArrayList<>();
        for (Topic topic : Topic.values()) {
            if (!existing.contains(topic.topicName())) {
                missing.add(state(topic));
            }
            if (!existing.contains(topic.deadLetterName())) {
                missing.add(deadLetters(topic));
            }
        }
        for (var creation : broker.createTopics(missing).values().values()) {
            try {
                answer(creation);
            } catch (ExecutionException e) {
                // Services that start together create them together.
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
            }
        }
    }

    List<String> differencesOf(Topic topic) throws ExecutionException, InterruptedException, TimeoutException {
        String name = topic.topicName();
        Set<String> existing = answer(broker.listTopics().names());
        if (!existing.contains(name)) {
            return List.of("topic " + name + MISSING + " (" + Topic.PARTITIONS + " partitions, compacted)");
        }
        List<String> differences = new ArrayList<>();
        if (!existing.contains(topic.deadLetterName())) {
            differences.add("topic " + topic.deadLetterName() + MISSING + " (any partitions, kept for long)");
        }
        answer(broker.describeTopics(List.of(name)).allTopicNames()).values().forEach(description -> {
            int partitions = description.partitions().size();
            if (partitions != Topic.PARTITIONS) {
                differences.add("topic " + name + " has " + partitions + " partitions instead of " + Topic.PARTITIONS);
            }
        });
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        for (Config config :
                answer(broker.describeConfigs(List.of(resource)).all()).values()) {
            String cleanup = config.get(TopicConfig.CLEANUP_POLICY_CONFIG).value();
            if (!"compact".equals(cleanup)) {
                differences.add("topic " + name + " has cleanup.policy=" + cleanup + " instead of compact");
            }
            String size = config.get(TopicConfig.MAX_MESSAGE_BYTES_CONFIG).value();
            if (Integer.parseInt(size) < MAX_MESSAGE_BYTES) {
                differences.add("topic " + name + " has max.message.bytes=" + size + " instead of at least "
                        + MAX_MESSAGE_BYTES);
            }
        }
        return differences;
    }

    private static NewTopic state(Topic topic) {
        return new NewTopic(topic.topicName(), Optional.of(Topic.PARTITIONS), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
    }

    private static NewTopic deadLetters(Topic topic) {
        // Kept until somebody has looked at them.
        return new NewTopic(topic.deadLetterName(), Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.RETENTION_MS_CONFIG, "-1"));
    }
}
