package dev.ephor.membership.kafka;

import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * The topology: four co-partitioned topics into one processor with two stores, out to memberships
 * and dead letters. Records travel as bytes and are read in the processor, so that their headers
 * come along.
 */
public final class MembershipTopology {
    /** Where each membership's {@link Ledger} is, by its key's text. */
    public static final String GRANTS = "grants";

    /** When each key is due next; see {@link Deadlines}. */
    public static final String DEADLINES = "deadlines";

    static final String SAID = "said";
    static final String DEAD = "dead";

    /** What it hears, co-partitioned by membership key. */
    public static final List<Topic<?>> SOURCES =
            List.of(Topics.REQUESTS, Topics.APPROVALS, Topics.ELIGIBILITIES, Topics.OBSERVATIONS);

    private static final String HEARD = "heard";
    private static final String DECIDED = "decided";
    // State is for ever: never deleted by age, whatever the broker's default is. What a timer
    // changes is stamped by the wall clock, and a broker refuses what is an hour ahead of its own.
    // The segment that is written to is never compacted, and by default it is a gigabyte: a lost
    // state would be read again with each version of each membership of many days.
    private static final Map<String, String> CHANGELOG =
            Map.of(
                    TopicConfig.CLEANUP_POLICY_CONFIG,
                    TopicConfig.CLEANUP_POLICY_COMPACT,
                    TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG,
                    "LogAppendTime",
                    TopicConfig.SEGMENT_BYTES_CONFIG,
                    String.valueOf(16 << 20));

    private MembershipTopology() {}

    public static Topology of(Collaborators with) {
        var bytes = new ByteArraySerializer();
        var topology = new Topology();
        topology.addSource(
                HEARD,
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer(),
                SOURCES.stream().map(Topic::name).toArray(String[]::new));
        topology.addProcessor(DECIDED, () -> new MembershipProcessor(with), HEARD);
        topology.addStateStore(grants(), DECIDED);
        topology.addStateStore(deadlines(), DECIDED);
        topology.addSink(SAID, Topics.MEMBERSHIPS.name(), bytes, bytes, DECIDED);
        topology.addSink(DEAD, Topics.DEAD_LETTERS.name(), bytes, bytes, DECIDED);
        return topology;
    }

    private static StoreBuilder<KeyValueStore<String, byte[]>> grants() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(GRANTS), Serdes.String(), Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }

    private static StoreBuilder<KeyValueStore<org.apache.kafka.common.utils.Bytes, byte[]>>
            deadlines() {
        return Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore(DEADLINES),
                        Serdes.Bytes(),
                        Serdes.ByteArray())
                .withLoggingEnabled(CHANGELOG)
                .withCachingDisabled();
    }
}
