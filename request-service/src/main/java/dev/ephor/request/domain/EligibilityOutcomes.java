package dev.ephor.request.domain;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityRequest.Outcome;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What comes of requests about eligibilities. */
public final class EligibilityOutcomes {
    private EligibilityOutcomes() {}

    /** The request that an admin had to decide, where an event decides it. */
    public static Optional<EligibilityRequest> of(
            Eligible before, EligibilityEvent event, Instant at) {
        EligibilityRequest pending = before.pending();
        Outcome outcome = pending == null ? null : outcome(pending, event, at);
        return outcome == null
                ? Optional.empty()
                : Optional.of(Objects.requireNonNull(pending).decided(outcome));
    }

    private static @Nullable Outcome outcome(
            EligibilityRequest pending, EligibilityEvent event, Instant at) {
        return switch (event) {
            case EligibilityExtended e when e.requestId().equals(pending.id()) ->
                    granted(e.extendedBy(), e.justification(), at);
            case EligibilityAssigned e when pending.id().equals(e.requestId()) ->
                    granted(e.assignedBy(), e.justification(), at);
            case EligibilityExtensionDenied e ->
                    new Outcome(RequestStatus.DENIED, e.deniedBy(), e.reason(), at);
            case EligibilityExtensionCanceled e ->
                    new Outcome(RequestStatus.CANCELED, e.canceledBy(), e.reason(), at);
            default -> null;
        };
    }

    private static Outcome granted(String by, @Nullable String reason, Instant at) {
        return new Outcome(RequestStatus.PROVISIONED, by, reason, at);
    }

    /** The request object of an accepted request. */
    public static EligibilityRequest asked(Ask ask, List<EligibilityEvent> events, Eligible after) {
        if (events.getFirst() instanceof EligibilityExtensionRequested) {
            return Objects.requireNonNull(after.pending());
        }
        var asking = ask.asking();
        Eligibility live = after.live();
        RequestStatus status = live == null ? RequestStatus.REVOKED : RequestStatus.PROVISIONED;
        return new EligibilityRequest(
                asking.id(),
                ask.key(),
                ask.wish().action(),
                ((OfEligibility) events.getFirst()).eligibilityId(),
                asking.by(),
                asking.now(),
                live == null ? null : live.start(),
                live == null ? null : live.end(),
                ask.wish().justification(),
                ask.wish().ticket(),
                new Outcome(status, asking.by(), null, asking.now()));
    }
}
