package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.FindOwned;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.TaskMetadata;
import org.apache.kafka.streams.processor.TaskId;

/** The keys of the partitions whose tasks run in this instance. */
public final class OwnedKeys implements FindOwned {
    private final KafkaStreams streams;
    private final int partitions;

    /**
     * @param partitions of each source topic
     */
    public OwnedKeys(KafkaStreams streams, int partitions) {
        this.streams = streams;
        this.partitions = partitions;
    }

    @Override
    public Predicate<MembershipKey> owned() {
        Set<Integer> owned = partitions(streams);
        return key -> owned.contains(partition(key));
    }

    /** Those whose tasks run in this instance. */
    static Set<Integer> partitions(KafkaStreams streams) {
        return streams.metadataForLocalThreads().stream()
                .flatMap(thread -> thread.activeTasks().stream())
                .map(TaskMetadata::taskId)
                .map(TaskId::partition)
                .collect(Collectors.toSet());
    }

    /** As Kafka's own partitioner spreads keys. */
    private int partition(MembershipKey key) {
        byte[] bytes = key.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
    }
}
