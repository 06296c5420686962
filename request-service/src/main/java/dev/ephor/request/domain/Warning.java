package dev.ephor.request.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How near its end an eligibility is when that is said. In the order in which they come. */
public enum Warning {
    TWO_WEEKS(Duration.ofDays(14)),
    ONE_DAY(Duration.ofDays(1));

    private final Duration before;

    Warning(Duration before) {
        this.before = before;
    }

    public Duration before() {
        return before;
    }

    Instant at(Instant end) {
        return end.minus(before);
    }

    /**
     * @throws IllegalArgumentException where nothing is said so long before
     */
    public static Warning before(Duration before) {
        for (Warning warning : values()) {
            if (warning.before.equals(before)) {
                return warning;
            }
        }
        throw new IllegalArgumentException("nothing is said " + before + " before an end");
    }

    /** The latest whose time has come; what was missed before it is not said any more. */
    static Optional<Warning> latest(Instant end, Instant now) {
        Warning latest = null;
        for (Warning warning : values()) {
            if (!warning.at(end).isAfter(now)) {
                latest = warning;
            }
        }
        return Optional.ofNullable(latest);
    }

    /**
     * What counts as said when an end is set: who is made eligible for three days need not be told
     * at once that it ends within two weeks.
     *
     * @param end null: without end
     */
    public static @Nullable Warning saidAtFirst(@Nullable Instant end, Instant now) {
        return end == null ? null : latest(end, now).orElse(null);
    }

    /**
     * When something is to be said next: a warning, or that it ended.
     *
     * @param end null: without end
     * @param said the latest warning; null: none
     */
    public static Optional<Instant> due(@Nullable Instant end, @Nullable Warning said) {
        if (end == null) {
            return Optional.empty();
        }
        if (said == null) {
            return Optional.of(TWO_WEEKS.at(end));
        }
        return Optional.of(said == TWO_WEEKS ? ONE_DAY.at(end) : end);
    }
}
