package dev.ephor.membership.kafka;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * Notices that this whole process stood still, as one does that is suspended. After that it has to
 * be taken for granted that others decide about its windows. Thread-safe.
 */
public final class Pulse {
    private final long longest;
    private final LongSupplier nanos;
    private long last;
    private int standstills;

    /**
     * @param longest between two beats before others may have taken over
     */
    public Pulse(Duration longest) {
        this(longest, System::nanoTime);
    }

    Pulse(Duration longest, LongSupplier nanos) {
        this.longest = longest.toNanos();
        this.nanos = nanos;
        this.last = nanos.getAsLong();
    }

    /** To be called several times as often as the longest time asks for, by a thread of its own. */
    public synchronized void beat() {
        long now = nanos.getAsLong();
        if (now - last > longest) {
            standstills++;
        }
        last = now;
    }

    /** How often it stood still so far. */
    synchronized int standstills() {
        // After a standstill nobody knows which thread is first.
        beat();
        return standstills;
    }
}
