package dev.ephor.request.domain;

import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request about an eligibility that was accepted: what was asked, and what came of it.
 *
 * @param eligibilityId the eligibility that it brought, changed, or wants changed
 * @param requestedBy the holder, or an admin
 * @param start the wanted start; null: as it is
 * @param end the wanted end; null: without end, or as it is
 * @param decision null: an admin still has to decide
 */
public record EligibilityRequest(
        String id,
        MembershipKey key,
        RequestAction action,
        String eligibilityId,
        String requestedBy,
        Instant requestedAt,
        @Nullable Instant start,
        @Nullable Instant end,
        @Nullable String justification,
        @Nullable Ticket ticket,
        @Nullable Outcome decision) {

    /**
     * What came of it.
     *
     * @param by who decided or ended it; {@code ephor} where what it is about is gone
     * @param reason one sentence; null: none given
     */
    public record Outcome(RequestStatus status, String by, @Nullable String reason, Instant at) {}

    static EligibilityRequest of(EligibilityExtensionRequested event) {
        return new EligibilityRequest(
                event.requestId(),
                event.key(),
                event.action(),
                event.eligibilityId(),
                event.key().principal(),
                event.requestedAt(),
                event.start(),
                event.end(),
                event.justification(),
                event.ticket(),
                null);
    }

    public RequestStatus status() {
        return decision == null ? RequestStatus.PENDING_ADMIN_DECISION : decision.status();
    }

    public boolean isPending() {
        return decision == null;
    }

    /** When nothing more could come of it; null: it is open. */
    public @Nullable Instant completedAt() {
        return decision == null ? null : decision.at();
    }

    public EligibilityRequest decided(Outcome outcome) {
        return new EligibilityRequest(
                id,
                key,
                action,
                eligibilityId,
                requestedBy,
                requestedAt,
                start,
                end,
                justification,
                ticket,
                outcome);
    }
}
