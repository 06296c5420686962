package dev.ephor.membership.kafka;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/**
 * How long windows stay open when one of two instances is killed just before they end. Run it by
 * name, {@code -Dtest=TakeoverBench}; it asserts nothing about time.
 */
class TakeoverBench {
    private static final int ROUNDS = 5;
    private static final Duration WINDOW = Duration.ofSeconds(3);

    @Test
    void tells_how_late_the_windows_of_a_killed_instance_are_closed() throws Exception {
        try (var instances = new TwoInstances()) {
            for (int round = 1; round <= ROUNDS; round++) {
                Instant end = Instant.now().plus(WINDOW);
                var open = instances.open("round-" + round, WINDOW);
                Instant killed = Instant.now();
                instances.one().kill();
                open.forEach(instances::awaitEnd);
                Instant over = Instant.now();
                System.out.printf(
                        Locale.ROOT,
                        "killed -> the last of %d windows is closed: %.1f s (it ended %.1f s after the kill)%n",
                        open.size(),
                        seconds(killed, over),
                        seconds(killed, end));
                instances.startOneAgain();
                instances.awaitBothAtWork();
            }
        }
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1e3;
    }
}
