package dev.ephor.faults.load;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets time pass, until everything is called off. */
public final class Moments {
    private final CountDownLatch off = new CountDownLatch(1);

    public void callOff() {
        off.countDown();
    }

    public boolean isCalledOff() {
        return off.getCount() == 0;
    }

    /** This long, called off or not: what was begun is brought to its end. */
    public void pause(Duration time) throws InterruptedException {
        new CountDownLatch(1).await(time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The same for who cannot be interrupted. */
    public void pauseCalmly(Duration time) {
        try {
            pause(time);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    void until(Instant instant) throws InterruptedException {
        pause(Duration.between(Instant.now(), instant));
    }

    /** This long, or until it is called off; returns whether it is. */
    public boolean calledOffWithin(Duration time) throws InterruptedException {
        return off.await(time.toMillis(), TimeUnit.MILLISECONDS);
    }
}
