package dev.ephor.audit.sealing;

import dev.ephor.events.Topic;
import dev.ephor.events.Topics;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The order in which the records of one poll are sealed. Kafka has none across partitions, so it is
 * that of the records' times as far as that keeps each partition's own order; at the same
 * millisecond, the order in which an activation passes the topics.
 */
public final class ArrivalOrder {
    private static final List<String> TOPICS = Topics.EVENTS.stream().map(Topic::name).toList();

    private ArrivalOrder() {}

    private record Place(String topic, int partition) {}

    private record Timed(long time, Leaf leaf) {}

    /**
     * @param polled records of which those of one partition are in its order
     */
    public static List<Leaf> of(List<Leaf> polled) {
        Map<Place, Long> latest = new HashMap<>();
        var timed = new ArrayList<Timed>(polled.size());
        for (Leaf leaf : polled) {
            // A record is never sealed before its predecessor, whatever its own time says.
            long time =
                    latest.merge(
                            new Place(leaf.topic(), leaf.partition()), leaf.timestamp(), Math::max);
            timed.add(new Timed(time, leaf));
        }
        timed.sort(
                Comparator.comparingLong(Timed::time)
                        .thenComparingInt(t -> TOPICS.indexOf(t.leaf().topic()))
                        .thenComparingInt(t -> t.leaf().partition())
                        .thenComparingLong(t -> t.leaf().offset()));
        return timed.stream().map(Timed::leaf).toList();
    }
}
