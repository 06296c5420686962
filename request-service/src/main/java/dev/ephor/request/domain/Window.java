package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.WindowOpened;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** [start, end) in which an activation gives membership, in the microseconds that a row keeps. */
public record Window(Instant start, Instant end) {
    public Window {
        start = start.truncatedTo(ChronoUnit.MICROS);
        end = end.truncatedTo(ChronoUnit.MICROS);
    }

    /** The window that an event names, or null. */
    static @Nullable Window of(Event event) {
        return switch (event) {
            case ActivationApproved e -> new Window(e.start(), e.end());
            case WindowOpened e -> new Window(e.start(), e.end());
            default -> null;
        };
    }
}
