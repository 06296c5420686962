package dev.ephor.membership.kafka;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.TopologyTestDriver;

/** The stores of a test driver, carried from one life into the next. */
final class Stores {
    private Stores() {}

    static Map<String, byte[]> copy(TopologyTestDriver driver, String store) {
        var copy = new LinkedHashMap<String, byte[]>();
        try (var all = driver.<String, byte[]>getKeyValueStore(store).all()) {
            all.forEachRemaining(e -> copy.put(e.key, e.value));
        }
        return copy;
    }

    static Map<Bytes, byte[]> copyDeadlines(TopologyTestDriver driver) {
        var copy = new LinkedHashMap<Bytes, byte[]>();
        try (var all = driver.<Bytes, byte[]>getKeyValueStore(MembershipTopology.DEADLINES).all()) {
            all.forEachRemaining(e -> copy.put(e.key, e.value));
        }
        return copy;
    }

    /** What the changelog of a store comes to, as another instance reads it. */
    static <K> Map<K, byte[]> replay(
            TopologyTestDriver driver, String changelog, Deserializer<K> keys) {
        var state = new LinkedHashMap<K, byte[]>();
        var topic = driver.createOutputTopic(changelog, keys, new ByteArrayDeserializer());
        for (KeyValue<K, byte[]> change : topic.readKeyValuesToList()) {
            if (change.value == null) {
                state.remove(change.key);
            } else {
                state.put(change.key, change.value);
            }
        }
        return state;
    }

    static void paste(
            TopologyTestDriver driver, Map<String, byte[]> grants, Map<Bytes, byte[]> deadlines) {
        grants.forEach(driver.<String, byte[]>getKeyValueStore(MembershipTopology.GRANTS)::put);
        deadlines.forEach(
                driver.<Bytes, byte[]>getKeyValueStore(MembershipTopology.DEADLINES)::put);
    }
}
