package dev.ephor.faults.load;

import java.time.Instant;

/**
 * One person's one window in one group.
 *
 * @param ask when it is asked for
 * @param end when it ends
 */
record Appointment(Life.Who who, Asking asking, Moments moments, Instant ask, Instant end)
        implements Runnable {

    @Override
    public void run() {
        try {
            moments.until(ask);
            asking.ask(Wish.activation(who, end));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
