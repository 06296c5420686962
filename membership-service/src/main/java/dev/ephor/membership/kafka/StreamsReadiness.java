package dev.ephor.membership.kafka;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsMetadata;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * Ready when every source partition is owned by some instance and the local stores answer. Streams'
 * own word RUNNING says neither: a restarted instance says it before it has a task.
 */
public final class StreamsReadiness implements HealthCheck {
    private final KafkaStreams streams;
    private final LocalMemberships memberships;
    private final int partitions;

    /**
     * @param partitions of each source topic
     */
    public StreamsReadiness(KafkaStreams streams, LocalMemberships memberships, int partitions) {
        this.streams = streams;
        this.memberships = memberships;
        this.partitions = partitions;
    }

    @Override
    public HealthCheckResponse call() {
        Set<Integer> unowned = unowned();
        boolean ready =
                streams.state() == KafkaStreams.State.RUNNING
                        && unowned.isEmpty()
                        && memberships.answers();
        return HealthCheckResponse.named("windows")
                .status(ready)
                .withData("state", streams.state().name())
                .withData("partitions without an owner", unowned.size())
                .build();
    }

    private Set<Integer> unowned() {
        Set<Integer> unowned = new TreeSet<>();
        for (int partition = 0; partition < partitions; partition++) {
            unowned.add(partition);
        }
        streams.metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::topicPartitions)
                .map(StreamsReadiness::fullyOwned)
                .forEach(unowned::removeAll);
        return unowned;
    }

    /** All sources of a partition go to the same instance; one that lacks a topic owns nothing. */
    private static Set<Integer> fullyOwned(Set<TopicPartition> owned) {
        return owned.stream()
                .collect(Collectors.groupingBy(TopicPartition::partition, Collectors.counting()))
                .entrySet()
                .stream()
                .filter(e -> e.getValue() >= MembershipTopology.SOURCES.size())
                .map(java.util.Map.Entry::getKey)
                .collect(Collectors.toSet());
    }
}
