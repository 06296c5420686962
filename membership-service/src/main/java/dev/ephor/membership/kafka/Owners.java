package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.FindMemberships.NotReady;
import dev.ephor.membership.application.FindOwned;
import dev.ephor.membership.application.FindOwners;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.state.HostInfo;

/** Which instance owns which partitions, as the group settled it last. */
public final class Owners implements FindOwners {
    private final KafkaStreams streams;
    private final FindOwned here;
    private final int partitions;

    /**
     * @param here what this instance owns
     * @param partitions of each source topic
     */
    public Owners(KafkaStreams streams, FindOwned here, int partitions) {
        this.streams = streams;
        this.here = here;
        this.partitions = partitions;
    }

    @Override
    public Optional<String> ownerOf(MembershipKey key) {
        if (here.owned().test(key)) {
            return Optional.empty();
        }
        try {
            KeyQueryMetadata owner =
                    streams.queryMetadataForKey(
                            MembershipTopology.GRANTS, key.toString(), new StringSerializer());
            if (owner == null || owner.equals(KeyQueryMetadata.NOT_AVAILABLE)) {
                throw new NotReady();
            }
            return Optional.of(address(owner.activeHost()));
        } catch (IllegalStateException e) {
            throw new NotReady(e);
        }
    }

    @Override
    public List<String> others() {
        if (!unowned().isEmpty()) {
            throw new NotReady();
        }
        Set<Integer> own = OwnedKeys.partitions(streams);
        return streams.metadataForAllStreamsClients().stream()
                .filter(instance -> !instance.topicPartitions().isEmpty())
                .filter(
                        instance ->
                                instance.topicPartitions().stream()
                                        .noneMatch(t -> own.contains(t.partition())))
                .map(instance -> address(instance.hostInfo()))
                .distinct()
                .toList();
    }

    /** The partitions that no instance has taken up. */
    Set<Integer> unowned() {
        Set<Integer> unowned = new TreeSet<>();
        for (int partition = 0; partition < partitions; partition++) {
            unowned.add(partition);
        }
        streams.metadataForAllStreamsClients().stream()
                .map(StreamsMetadata::topicPartitions)
                .map(Owners::fullyOwned)
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
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String address(HostInfo instance) {
        return instance.host() + ":" + instance.port();
    }
}
