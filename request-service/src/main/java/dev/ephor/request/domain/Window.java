package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.WindowOpened;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** [start, end) in which an activation gives membership. */
public record Window(Instant start, Instant end) {

    /** The window that an event names, or null. */
    static @Nullable Window of(Event event) {
        return switch (event) {
            case ActivationApproved e -> new Window(e.start(), e.end());
            case WindowOpened e -> new Window(e.start(), e.end());
            default -> null;
        };
    }
}
