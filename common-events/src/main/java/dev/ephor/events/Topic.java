package dev.ephor.events;

import java.util.Locale;

/**
 * A topic of the catalogue.
 *
 * @param name as Kafka knows it
 * @param writer the one service that writes it
 * @param events what is said on it
 * @param partitions those keyed by membership have the same number, so that they are co-partitioned
 * @param keeping how long records stay
 */
public record Topic<E>(
        String name, String writer, Class<E> events, int partitions, Keeping keeping) {

    /** How long a topic keeps its records. */
    public enum Keeping {
        /** The newest of each key, for ever. */
        NEWEST_OF_KEY,
        /** Everything, for the broker's retention time. */
        RETENTION,
        /** Everything, for ever. */
        FOREVER
    }

    /** The same topic with another number of partitions, where it is keyed by membership. */
    Topic<E> withPartitions(int count) {
        return partitions == 1 ? this : new Topic<>(name, writer, events, count, keeping);
    }

    @Override
    public String toString() {
        return name + " (" + keeping.name().toLowerCase(Locale.ROOT) + ")";
    }
}
