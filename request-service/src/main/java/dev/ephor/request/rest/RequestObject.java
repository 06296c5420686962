package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.application.FindRequests.Found;
import dev.ephor.request.application.FindRequests.FoundActivation;
import dev.ephor.request.application.FindRequests.FoundDeactivation;
import dev.ephor.request.application.FindRequests.FoundEligibilityRequest;
import dev.ephor.request.application.FindRequests.FoundRemoval;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Graph's privilegedAccessGroupAssignmentScheduleRequest; what is null is written as null. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record RequestObject(
        @Nullable String id,
        String status,
        String action,
        String accessId,
        String groupId,
        String principalId,
        @Nullable String targetScheduleId,
        @Nullable String justification,
        @Nullable Schedule scheduleInfo,
        @Nullable TicketInfo ticketInfo,
        boolean isValidationOnly,
        @Nullable String approvalId,
        IdentitySet createdBy,
        Instant createdDateTime,
        @Nullable Instant completedDateTime,
        @Nullable String customData) {

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Schedule(Instant startDateTime, @Nullable String recurrence, Expiration expiration) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Expiration(String type, @Nullable Instant endDateTime, @Nullable Duration duration) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record TicketInfo(@Nullable String ticketNumber, @Nullable String ticketSystem) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record IdentitySet(@Nullable String application, @Nullable String device, Identity user) {}

    @JsonInclude(JsonInclude.Include.ALWAYS)
    record Identity(@Nullable String displayName, String id) {}

    static RequestObject of(Found found) {
        return switch (found) {
            case FoundActivation(Activation activation) -> of(activation, false);
            case FoundDeactivation(DeactivationRequested event) -> of(event, false);
            case FoundRemoval _, FoundEligibilityRequest _ ->
                    throw new IllegalStateException("nobody can have asked for it yet");
        };
    }

    /**
     * @param rehearsal whether it is the answer to a dry run: nothing has an id, because nothing is
     *     there
     */
    static RequestObject of(Activation activation, boolean rehearsal) {
        ActivationRequested request = activation.request();
        boolean approval = !request.policy().stages().isEmpty();
        return new RequestObject(
                rehearsal ? null : activation.id(),
                activation.status().text(),
                "selfActivate",
                request.key().access().wire(),
                request.key().group(),
                request.key().principal(),
                rehearsal ? null : schedule(request.key(), activation.id()),
                request.justification(),
                schedule(request),
                ticket(request.ticket()),
                rehearsal,
                approval && !rehearsal ? activation.id() : null,
                by(request.key().principal()),
                request.requestedAt(),
                activation.completedAt().orElse(null),
                null);
    }

    static RequestObject of(DeactivationRequested event, boolean rehearsal) {
        return new RequestObject(
                rehearsal ? null : event.requestId(),
                RequestStatus.REVOKED.text(),
                "selfDeactivate",
                event.key().access().wire(),
                event.key().group(),
                event.key().principal(),
                schedule(event.key(), event.activationId()),
                event.justification(),
                null,
                null,
                rehearsal,
                null,
                by(event.requestedBy()),
                event.requestedAt(),
                event.requestedAt(),
                null);
    }

    private static String schedule(MembershipKey key, String activationId) {
        return "%s_%s_%s".formatted(key.group(), key.access().wire(), activationId);
    }

    private static Schedule schedule(ActivationRequested request) {
        Instant start = request.start();
        return new Schedule(
                start == null ? request.requestedAt() : start,
                null,
                expiration(request.duration()));
    }

    private static Expiration expiration(@Nullable Duration duration) {
        return duration == null
                ? new Expiration("noExpiration", null, null)
                : new Expiration("afterDuration", null, duration);
    }

    private static @Nullable TicketInfo ticket(@Nullable Ticket ticket) {
        return ticket == null ? null : new TicketInfo(ticket.number(), ticket.system());
    }

    private static IdentitySet by(String principal) {
        return new IdentitySet(null, null, new Identity(null, principal));
    }
}
