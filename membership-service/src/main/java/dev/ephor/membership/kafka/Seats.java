package dev.ephor.membership.kafka;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerConfig;

/**
 * The names under which the threads of this process are static members of their group: the same
 * few, whichever thread it is, and the same after a restart.
 */
final class Seats {
    private final Set<Integer> taken = new TreeSet<>();

    /** The lowest one that is free, from 1 up. */
    synchronized int take() {
        int seat =
                IntStream.iterate(1, i -> i + 1)
                        .filter(i -> !taken.contains(i))
                        .findFirst()
                        .getAsInt();
        taken.add(seat);
        return seat;
    }

    synchronized void leave(int seat) {
        taken.remove(seat);
    }

    /** A consumer's configuration with the name of its seat, where it is to have a name. */
    Map<String, Object> seated(Map<String, Object> config, int seat) {
        var seated = new HashMap<>(config);
        seated.computeIfPresent(
                ConsumerConfig.GROUP_INSTANCE_ID_CONFIG,
                (_, name) -> name.toString().replaceFirst("-\\d+$", "-" + seat));
        return seated;
    }
}
