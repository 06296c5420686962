package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalState;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Told inside the service when a transaction that said these events has committed.
 *
 * @param now the states that these events led to
 */
public record ApprovalsSaid(List<ApprovalEvent> events, List<ApprovalState> now) {

    /** When something happens by itself next, to any of them. */
    Optional<Instant> planned() {
        return now.stream()
                .filter(Pending.class::isInstance)
                .map(state -> ((Pending) state).nextDue())
                .min(Instant::compareTo);
    }
}
