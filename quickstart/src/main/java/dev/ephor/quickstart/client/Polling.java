package dev.ephor.quickstart.client;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Asks again and again, as a client without a subscription does, until the answer is as wanted or
 * the time is over.
 */
public final class Polling {
    private static final long BETWEEN_MILLIS = 15;

    private Polling() {}

    public static <T> Optional<T> until(Duration atMost, Supplier<T> ask, Predicate<T> wanted) {
        long deadline = System.nanoTime() + atMost.toNanos();
        do {
            T answer = ask.get();
            if (wanted.test(answer)) {
                return Optional.of(answer);
            }
            pause();
        } while (System.nanoTime() < deadline);
        return Optional.empty();
    }

    private static void pause() {
        try {
            new CountDownLatch(1).await(BETWEEN_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting", e);
        }
    }
}
