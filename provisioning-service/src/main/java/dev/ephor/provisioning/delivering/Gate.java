package dev.ephor.provisioning.delivering;

import dev.ephor.events.Change;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Bounds the calls to one target. Grants can never take the last place: it is for removals. */
final class Gate {
    private final Semaphore all;
    private final Semaphore grants;

    Gate(int calls) {
        this.all = new Semaphore(calls, true);
        this.grants = new Semaphore(calls - 1, true);
    }

    /** Calls as soon as there is a place. */
    <T> T pass(Change change, Supplier<T> call) throws InterruptedException {
        if (change == Change.WITHDRAW) {
            return within(all, call);
        }
        grants.acquire();
        try {
            return within(all, call);
        } finally {
            grants.release();
        }
    }

    private static <T> T within(Semaphore places, Supplier<T> call) throws InterruptedException {
        places.acquire();
        try {
            return call.get();
        } finally {
            places.release();
        }
    }
}
