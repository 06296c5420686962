package dev.ephor.request.domain;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationGranted;
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

    /**
     * The window after an event; in which order events come makes no difference.
     *
     * @param known as far as it was known
     * @param confirmed whether the directory had confirmed before: what it said of the end counts
     */
    static @Nullable Window after(Event event, @Nullable Window known, boolean confirmed) {
        return switch (event) {
            case ActivationApproved e -> opened(e.start(), e.end(), known, confirmed);
            case WindowOpened e -> opened(e.start(), e.end(), known, confirmed);
            // Counted from the confirmation, the end is another than approved.
            case ActivationGranted e ->
                    new Window(known == null ? e.confirmedAt() : known.start(), e.end());
            default -> known;
        };
    }

    private static Window opened(
            Instant start, Instant end, @Nullable Window known, boolean confirmed) {
        return new Window(start, confirmed && known != null ? known.end() : end);
    }
}
