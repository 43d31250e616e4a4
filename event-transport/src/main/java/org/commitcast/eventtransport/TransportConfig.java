package org.commitcast.eventtransport;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How the service reaches Kafka. */
@ConfigMapping(prefix = "commitcast.kafka")
public interface TransportConfig {

    /** {@code host:port}, several separated by commas. */
    String bootstrapServers();

    /** Whether missing topics are created, as in the local stack; elsewhere they are only checked. */
    @WithDefault("false")
    boolean createTopics();

    /** How long the start waits for Kafka before it goes on without it. */
    @WithDefault("5s")
    Duration startTimeout();

    /** How long a relay that has gone silent keeps its lease. */
    @WithDefault("5s")
    Duration relayLease();
}
