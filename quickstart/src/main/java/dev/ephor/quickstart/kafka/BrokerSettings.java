package dev.ephor.quickstart.kafka;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** The configuration of one broker that is its own controller, small enough for two cores. */
record BrokerSettings(Path dataDir, int port, int controllerPort) {
    static final int NODE_ID = 1;
    static final String CONTROLLER = "CONTROLLER";

    Map<String, String> toMap() {
        Map<String, String> all = new HashMap<>();
        all.putAll(node());
        all.putAll(oneReplica());
        all.putAll(groups());
        all.putAll(small());
        return all;
    }

    private Map<String, String> node() {
        String controller = "127.0.0.1:" + controllerPort;
        return Map.of(
                "node.id",
                String.valueOf(NODE_ID),
                "process.roles",
                "broker,controller",
                "listeners",
                "PLAINTEXT://127.0.0.1:" + port + "," + CONTROLLER + "://" + controller,
                "advertised.listeners",
                "PLAINTEXT://127.0.0.1:" + port,
                "controller.listener.names",
                CONTROLLER,
                "controller.quorum.voters",
                NODE_ID + "@" + controller,
                "log.dirs",
                dataDir.toString(),
                // Ephor makes its topics itself, each with its own partitions and clean-up.
                "auto.create.topics.enable",
                "false",
                // A broker serves from its second heartbeat on; the default is one every two
                // seconds.
                "broker.heartbeat.interval.ms",
                "500");
    }

    private static Map<String, String> oneReplica() {
        return Map.of(
                "offsets.topic.replication.factor", "1",
                "transaction.state.log.replication.factor", "1",
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.replication.factor", "1",
                "share.coordinator.state.topic.min.isr", "1",
                "default.replication.factor", "1",
                "min.insync.replicas", "1");
    }

    /** Members may have short sessions, and the first of a group does not wait for others. */
    private static Map<String, String> groups() {
        return Map.of(
                "group.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                "group.consumer.min.session.timeout.ms", "1000",
                "group.consumer.min.heartbeat.interval.ms", "500",
                "group.streams.min.session.timeout.ms", "1000",
                "group.streams.min.heartbeat.interval.ms", "500",
                "group.streams.session.timeout.ms", "6000",
                "group.streams.heartbeat.interval.ms", "1000",
                "group.streams.initial.rebalance.delay.ms", "0");
    }

    private static Map<String, String> small() {
        return Map.of(
                "num.network.threads", "2",
                "num.io.threads", "4",
                "background.threads", "2",
                "num.recovery.threads.per.data.dir", "2",
                "offsets.topic.num.partitions", "8",
                "transaction.state.log.num.partitions", "4",
                "share.coordinator.state.topic.num.partitions", "2",
                "log.cleaner.threads", "1",
                // The default takes 128 MB of heap at the start.
                "log.cleaner.dedupe.buffer.size", String.valueOf(16 << 20));
    }
}
