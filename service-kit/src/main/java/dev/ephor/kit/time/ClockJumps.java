package dev.ephor.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongSupplier;

/** Notices that a wall clock was set, by the time that passes meanwhile. Not thread-safe. */
public final class ClockJumps {
    private final Clock wall;
    private final LongSupplier nanos;
    private Instant shown;
    private long at;

    public ClockJumps() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /**
     * @param nanos passes evenly, whatever the wall clock does
     */
    public ClockJumps(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.shown = wall.instant();
        this.at = nanos.getAsLong();
    }

    /** How far it was set since the last look; negative: back. */
    public Duration look() {
        Instant shownNow = wall.instant();
        long now = nanos.getAsLong();
        Duration jump = Duration.between(shown, shownNow).minusNanos(now - at);
        shown = shownNow;
        at = now;
        return jump;
    }
}
