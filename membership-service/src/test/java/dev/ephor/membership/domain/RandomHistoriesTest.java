package dev.ephor.membership.domain;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Many histories, each from a seed that a failure names. {@code -Dephor.histories=1000000} asks for
 * more, {@code -Dephor.seed=} for others.
 */
class RandomHistoriesTest {
    private static final int HISTORIES = Integer.getInteger("ephor.histories", 200_000);
    private static final long FIRST = Long.getLong("ephor.seed", 1L);
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM =
            RandomGeneratorFactory.of("Xoshiro256PlusPlus");

    @Test
    void the_union_of_live_grants_is_right_whatever_comes_in_whatever_order() {
        LongStream.range(FIRST, FIRST + HISTORIES).parallel().forEach(RandomHistoriesTest::run);
    }

    private static void run(long seed) {
        try {
            new RandomHistory(RANDOM.create(seed)).run();
        } catch (AssertionError | RuntimeException e) {
            throw new AssertionError("history of seed " + seed + ": " + e.getMessage(), e);
        }
    }
}
