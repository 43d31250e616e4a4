package org.commitcast.localstack.kafka;

import java.util.Properties;

/** Kafka's own settings for a single node that shares a small machine. */
record BrokerConfiguration(Properties properties) {

    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";
    private static final String CLIENTS = "CLIENTS";

    static BrokerConfiguration of(KafkaSettings settings, int controllerPort) {
        BrokerConfiguration configuration = new BrokerConfiguration(new Properties());
        configuration.roles(controllerPort);
        configuration.listeners(settings, controllerPort);
        configuration.singleNode();
        configuration.disk(settings);
        configuration.memory();
        configuration.restarts();
        return configuration;
    }

    private void roles(int controllerPort) {
        set("process.roles", "broker,controller");
        set("node.id", NODE_ID);
        set("controller.quorum.voters", NODE_ID + "@127.0.0.1:" + controllerPort);
    }

    private void listeners(KafkaSettings settings, int controllerPort) {
        StringBuilder listeners = new StringBuilder("%s://127.0.0.1:%d".formatted(CONTROLLER, controllerPort));
        StringBuilder advertised = new StringBuilder(CLIENTS + "://" + settings.advertised());
        StringBuilder protocols = new StringBuilder(CONTROLLER + ":PLAINTEXT," + CLIENTS + ":PLAINTEXT");
        listeners.append(",%s://%s:%d".formatted(CLIENTS, settings.host(), settings.port()));
        for (KafkaSettings.Listener listener : settings.further()) {
            String name = CLIENTS + "_" + listener.port();
            listeners.append(",%s://%s:%d".formatted(name, settings.host(), listener.port()));
            advertised.append(",%s://%s".formatted(name, listener.advertised()));
            protocols.append(",%s:PLAINTEXT".formatted(name));
        }
        set("listeners", listeners);
        set("advertised.listeners", advertised);
        set("listener.security.protocol.map", protocols);
        set("inter.broker.listener.name", CLIENTS);
        set("controller.listener.names", CONTROLLER);
    }

    private void singleNode() {
        set("default.replication.factor", 1);
        set("min.insync.replicas", 1);
        set("offsets.topic.replication.factor", 1);
        set("offsets.topic.num.partitions", 4);
        set("transaction.state.log.replication.factor", 1);
        set("transaction.state.log.min.isr", 1);
        set("transaction.state.log.num.partitions", 4);
        set("share.coordinator.state.topic.replication.factor", 1);
        set("share.coordinator.state.topic.min.isr", 1);
        set("auto.create.topics.enable", false);
    }

    private void disk(KafkaSettings settings) {
        set("log.dirs", settings.folder());
        set("log.segment.bytes", 64 << 20);
        // Mapped per partition at this size whatever it holds; enough for a segment of that size.
        set("log.index.size.max.bytes", 256 << 10);
        // A stack that was off for a holiday goes on where it was: Kafka's default forgets after a week.
        set("offsets.retention.minutes", 525_600);
    }

    private void memory() {
        // The cleaner's default is 128 MiB of heap, taken at start.
        set("log.cleaner.dedupe.buffer.size", 4 << 20);
        set("log.cleaner.io.buffer.size", 128 << 10);
        set("num.network.threads", 2);
        set("num.io.threads", 4);
        set("background.threads", 2);
    }

    private void restarts() {
        set("controlled.shutdown.enable", true);
        // A broker that was killed is taken for alive until its session ends: 2 s instead of 9.
        set("broker.session.timeout.ms", 2000);
        set("broker.heartbeat.interval.ms", 500);
        set("group.initial.rebalance.delay.ms", 0);
        set("num.recovery.threads.per.data.dir", 2);
    }

    private void set(String key, Object value) {
        properties.setProperty(key, value.toString());
    }
}
