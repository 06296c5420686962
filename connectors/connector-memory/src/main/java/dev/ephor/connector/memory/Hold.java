package dev.ephor.connector.memory;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the next call waiting inside the connector, so that a test can order things without
 * sleeping.
 */
public final class Hold {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    Hold() {}

    /**
     * Waits until a call is being held.
     *
     * @throws IllegalStateException when none came within that time
     */
    public void awaitCall(Duration atMost) {
        if (!await(entered, atMost)) {
            throw new IllegalStateException("no call came to be held within " + atMost);
        }
    }

    /** Lets the held call, and every later one, go on. */
    public void release() {
        released.countDown();
    }

    void pass() {
        entered.countDown();
        try {
            released.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean await(CountDownLatch latch, Duration atMost) {
        try {
            return latch.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
