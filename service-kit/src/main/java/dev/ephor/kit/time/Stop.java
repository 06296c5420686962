package dev.ephor.kit.time;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Tells a thread to stop, also while it waits to try something again. */
public final class Stop {
    private final CountDownLatch signal = new CountDownLatch(1);

    /** From now on it is requested. */
    public void request() {
        signal.countDown();
    }

    public boolean isRequested() {
        return signal.getCount() == 0;
    }

    /** Waits this long, or until the stop is requested; returns whether it is. */
    public boolean isRequestedWithin(Duration wait) throws InterruptedException {
        return signal.await(wait.toNanos(), TimeUnit.NANOSECONDS);
    }
}
