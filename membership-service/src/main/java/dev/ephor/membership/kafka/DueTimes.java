package dev.ephor.membership.kafka;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.streams.processor.TaskId;

/**
 * When each task of this instance has to look at its deadlines next: as long as nothing is due, the
 * Streams thread may wait for records.
 */
public final class DueTimes {
    private final Map<TaskId, Long> times = new ConcurrentHashMap<>();
    private final Clock clock;

    public DueTimes(Clock clock) {
        this.clock = clock;
    }

    /**
     * @param millis since the epoch
     */
    void set(TaskId task, long millis) {
        times.put(task, millis);
    }

    void forget(TaskId task) {
        times.remove(task);
    }

    /** The earliest of all; {@link Deadlines#NEVER} where nothing is due. */
    long first() {
        return times.values().stream().mapToLong(t -> t).min().orElse(Deadlines.NEVER);
    }

    /** The wish, or less if something is due before. */
    Duration wait(Duration wish) {
        long first = first();
        if (first == Deadlines.NEVER) {
            return wish;
        }
        long left = Math.max(0, first - clock.millis());
        return left < wish.toMillis() ? Duration.ofMillis(left) : wish;
    }
}
