package dev.ephor.benchmarks.windows;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Something that is due once.
 *
 * @param number within its run, from 0
 */
record Due(int number, Instant at) {

    /** All at one instant. */
    static List<Due> burst(int count, Instant at) {
        return IntStream.range(0, count).mapToObj(i -> new Due(i, at)).toList();
    }

    /** Evenly spread. */
    static List<Due> steady(int perSecond, int seconds, Instant from) {
        return IntStream.range(0, perSecond * seconds)
                .mapToObj(i -> new Due(i, from.plusNanos(i * 1_000_000_000L / perSecond)))
                .toList();
    }
}
