package dev.ephor.quickstart.process;

import java.time.Duration;
import java.util.function.Consumer;

/**
 * Waits until children are ready. Asks again and again, since another process has no other way to
 * tell.
 *
 * @param deadline how long at most
 * @param progress is told every few seconds what is waited for
 */
public record Waiting(Duration deadline, Consumer<String> progress) {
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final Duration TELL_EVERY = Duration.ofSeconds(2);

    /**
     * @return how long it took
     * @throws IllegalStateException where the child ends or the deadline passes, with the end of
     *     its log
     */
    public Duration until(Child child, Readiness readiness) throws InterruptedException {
        long start = System.nanoTime();
        long told = start;
        while (!readiness.holds(child)) {
            long now = System.nanoTime();
            refuse(child, Duration.ofNanos(now - start));
            if (now - told > TELL_EVERY.toNanos()) {
                progress.accept(
                        "waiting for "
                                + child.name()
                                + ", "
                                + (now - start) / 1_000_000_000
                                + " s");
                told = now;
            }
            child.endsWithin(PAUSE);
        }
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private void refuse(Child child, Duration waited) {
        if (!child.isAlive()) {
            throw failure(
                    child, "ended with status " + child.exitStatus() + " before it was ready");
        }
        if (waited.compareTo(deadline) > 0) {
            throw failure(child, "was not ready within " + deadline.toSeconds() + " s");
        }
    }

    private static IllegalStateException failure(Child child, String what) {
        return new IllegalStateException(
                child.name()
                        + " "
                        + what
                        + ". The end of "
                        + child.spec().log()
                        + ":\n"
                        + child.log().end());
    }
}
