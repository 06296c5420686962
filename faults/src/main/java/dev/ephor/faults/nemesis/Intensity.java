package dev.ephor.faults.nemesis;

import java.time.Duration;

/** How much at once. */
public enum Intensity {
    LOW(3, Duration.ofSeconds(8)),
    NORMAL(8, Duration.ofSeconds(4)),
    HIGH(25, Duration.ofSeconds(1));

    private final int people;
    private final Duration between;

    Intensity(int people, Duration between) {
        this.people = people;
        this.between = between;
    }

    public int people() {
        return people;
    }

    /** The time from one misfortune to the next, on average. */
    Duration between() {
        return between;
    }
}
