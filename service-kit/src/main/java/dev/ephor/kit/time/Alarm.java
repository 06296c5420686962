package dev.ephor.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** An instant to sleep until, which others may move forward while somebody sleeps. */
final class Alarm {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private Instant at = Instant.MAX;

    /** Sets the instant, later or earlier. */
    void set(Instant instant) {
        lock.lock();
        try {
            at = instant;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Moves the instant forward; a later one changes nothing. */
    void ringBy(Instant instant) {
        lock.lock();
        try {
            if (instant.isBefore(at)) {
                at = instant;
                moved.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Sleeps until the instant, as it stands by then. */
    void await(Clock clock) throws InterruptedException {
        lock.lock();
        try {
            Instant now = clock.instant();
            while (now.isBefore(at)) {
                moved.awaitNanos(nanosUntil(at, now));
                now = clock.instant();
            }
        } finally {
            lock.unlock();
        }
    }

    /** At the longest an hour at a time: the wall clock may be set while somebody sleeps. */
    private static long nanosUntil(Instant at, Instant now) {
        Instant longest = now.plus(Duration.ofHours(1));
        return Duration.between(now, at.isBefore(longest) ? at : longest).toNanos();
    }
}
