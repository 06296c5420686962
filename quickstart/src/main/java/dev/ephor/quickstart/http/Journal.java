package dev.ephor.quickstart.http;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Predicate;

/**
 * What really changed in an emulator, in order, clocked where it happened; nothing is ever taken
 * out.
 */
public final class Journal<E> {
    /**
     * One change.
     *
     * @param sequence from 1, without a gap
     * @param nanoTime {@link System#nanoTime()}, for distances between entries of one machine
     */
    public record Entry<E>(long sequence, Instant at, long nanoTime, @JsonUnwrapped E effect) {}

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition grown = lock.newCondition();
    private final List<Entry<E>> entries = new ArrayList<>();

    public Entry<E> append(E effect) {
        lock.lock();
        try {
            Entry<E> entry =
                    new Entry<>(entries.size() + 1L, Instant.now(), System.nanoTime(), effect);
            entries.add(entry);
            grown.signalAll();
            return entry;
        } finally {
            lock.unlock();
        }
    }

    public List<Entry<E>> entries() {
        return after(0);
    }

    /** The entries whose sequence is greater than the given one. */
    public List<Entry<E>> after(long sequence) {
        lock.lock();
        try {
            int from = (int) Math.clamp(sequence, 0, entries.size());
            return List.copyOf(entries.subList(from, entries.size()));
        } finally {
            lock.unlock();
        }
    }

    public long size() {
        lock.lock();
        try {
            return entries.size();
        } finally {
            lock.unlock();
        }
    }

    /** The first matching entry after the given sequence, waiting for it at most this long. */
    public Optional<Entry<E>> await(long after, Predicate<E> wanted, Duration atMost)
            throws InterruptedException {
        long nanos = atMost.toNanos();
        lock.lock();
        try {
            for (int next = (int) Math.max(after, 0); ; next++) {
                while (next >= entries.size()) {
                    if (nanos <= 0) {
                        return Optional.empty();
                    }
                    nanos = grown.awaitNanos(nanos);
                }
                if (wanted.test(entries.get(next).effect())) {
                    return Optional.of(entries.get(next));
                }
            }
        } finally {
            lock.unlock();
        }
    }
}
