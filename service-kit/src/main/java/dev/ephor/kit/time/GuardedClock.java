package dev.ephor.kit.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * This host's wall clock, doubted. Three reckonings of time stand against one another: the wall
 * clock, which may be set; the time that has passed since they were last compared, which may stand
 * still while a machine is suspended; and the clock of another host. Where the wall clock is within
 * {@link #BOUND} of the reckoning it is believed, so that what keeps clocks together may slew and
 * step it; beyond, time goes on as reckoned. At each comparison the median of the three is taken:
 * no single one of them moves it. Thread-safe.
 */
public final class GuardedClock extends Clock {
    /** How far the wall clock may be off before it is not believed; a leap second is less. */
    public static final Duration BOUND = Duration.ofSeconds(2);

    /** An answer that took longer says too little about now. */
    private static final Duration SLOW = Duration.ofMillis(500);

    private final Clock wall;
    private final LongSupplier nanos;
    private volatile Line line;
    private volatile @Nullable Duration other;

    /** Time as it is reckoned: one instant, and what passed since then. */
    private record Line(long nanos, Instant at) {
        Instant at(long then) {
            return at.plusNanos(then - nanos);
        }
    }

    public GuardedClock() {
        this(Clock.systemUTC(), System::nanoTime);
    }

    /**
     * @param nanos passes evenly, whatever the wall clock does
     */
    public GuardedClock(Clock wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
        this.line = new Line(nanos.getAsLong(), wall.instant());
    }

    @Override
    public Instant instant() {
        Instant shown = wall.instant();
        Instant reckoned = reckoned();
        return isBeyond(Duration.between(reckoned, shown)) ? reckoned : shown;
    }

    /**
     * Compares with the clock of another host. The first comparison decides by that clock alone:
     * nothing is known yet that could speak against it.
     *
     * @param asking asks that host what time it is; an exception goes to the caller
     * @return whether the answer came soon enough to say anything
     */
    public boolean compare(Supplier<Instant> asking) {
        long asked = nanos.getAsLong();
        Instant answer = asking.get();
        long now = nanos.getAsLong();
        if (now - asked > SLOW.toNanos()) {
            return false;
        }
        Instant reckoned =
                isCompared()
                        ? Stream.of(wall.instant(), line.at(now), answer).sorted().toList().get(1)
                        : answer;
        line = new Line(now, reckoned);
        other = Duration.between(reckoned, answer);
        return true;
    }

    /** Whether another host's clock was ever compared with. */
    public boolean isCompared() {
        return other != null;
    }

    /** How far this host's wall clock is ahead of the time that is reckoned with. */
    public Duration skew() {
        return Duration.between(reckoned(), wall.instant());
    }

    /** How far the other host's clock was ahead when it was last asked; null: it never was. */
    public @Nullable Duration otherSkew() {
        return other;
    }

    /** Whether a clock that is off by so much is not believed. */
    public static boolean isBeyond(Duration skew) {
        return skew.abs().compareTo(BOUND) > 0;
    }

    private Instant reckoned() {
        // Read together: a comparison sets both.
        Line known = line;
        return known.at(nanos.getAsLong());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("time is reckoned in UTC alone");
    }
}
