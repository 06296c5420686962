package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.application.FindRequests.Found;
import dev.ephor.request.application.FindRequests.FoundActivation;
import dev.ephor.request.application.FindRequests.FoundDeactivation;
import dev.ephor.request.application.FindRequests.FoundEligibilityRequest;
import dev.ephor.request.application.FindRequests.FoundRemoval;
import dev.ephor.request.application.ResolvingApprovers.WouldApprove;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.RequestStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Graph's privilegedAccessGroupAssignment- and -EligibilityScheduleRequest; what is null is written
 * as null.
 *
 * @param ephorApprovers who would be asked, in the answer to a dry run; Graph has no such member
 */
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
        @Nullable String customData,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable List<WouldApprove> ephorApprovers) {

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
            case FoundRemoval(RevocationRequested event) -> of(event, false);
            case FoundEligibilityRequest(EligibilityRequest request) -> of(request, false);
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
                request.action().wire(),
                request.key().access().wire(),
                request.key().group(),
                request.key().principal(),
                rehearsal ? null : schedule(request.key(), activation.id()),
                request.justification(),
                schedule(request),
                ticket(request.ticket()),
                rehearsal,
                approval && !rehearsal ? activation.id() : null,
                by(request.requestedBy()),
                request.requestedAt(),
                activation.completedAt().orElse(null),
                null,
                null);
    }

    static RequestObject of(DeactivationRequested event, boolean rehearsal) {
        return ended(
                RequestAction.SELF_DEACTIVATE,
                event,
                new Ending(
                        rehearsal ? null : event.requestId(),
                        event.requestedBy(),
                        event.justification(),
                        event.requestedAt()));
    }

    static RequestObject of(RevocationRequested event, boolean rehearsal) {
        return ended(
                RequestAction.ADMIN_REMOVE,
                event,
                new Ending(
                        rehearsal ? null : event.requestId(),
                        event.requestedBy(),
                        event.reason(),
                        event.requestedAt()));
    }

    /** What the two ways of ending access have in common. */
    private record Ending(
            @Nullable String id, String by, @Nullable String justification, Instant at) {}

    private static RequestObject ended(RequestAction action, RequestEvent event, Ending ending) {
        MembershipKey key = event.key();
        return new RequestObject(
                ending.id(),
                RequestStatus.REVOKED.text(),
                action.wire(),
                key.access().wire(),
                key.group(),
                key.principal(),
                schedule(key, event.activationId()),
                ending.justification(),
                null,
                null,
                ending.id() == null,
                null,
                by(ending.by()),
                ending.at(),
                ending.at(),
                null,
                null);
    }

    static RequestObject of(EligibilityRequest request, boolean rehearsal) {
        MembershipKey key = request.key();
        return new RequestObject(
                rehearsal ? null : request.id(),
                request.status().text(),
                request.action().wire(),
                key.access().wire(),
                key.group(),
                key.principal(),
                rehearsal ? null : schedule(key, request.eligibilityId()),
                request.justification(),
                schedule(request),
                ticket(request.ticket()),
                rehearsal,
                null,
                by(request.requestedBy()),
                request.requestedAt(),
                request.completedAt(),
                null,
                null);
    }

    RequestObject with(List<WouldApprove> approvers) {
        return new RequestObject(
                id,
                status,
                action,
                accessId,
                groupId,
                principalId,
                targetScheduleId,
                justification,
                scheduleInfo,
                ticketInfo,
                isValidationOnly,
                approvalId,
                createdBy,
                createdDateTime,
                completedDateTime,
                customData,
                approvers);
    }

    /** What is taken away has none. */
    private static @Nullable Schedule schedule(EligibilityRequest request) {
        if (request.action() == RequestAction.ADMIN_REMOVE) {
            return null;
        }
        Instant start = request.start();
        return new Schedule(
                start == null ? request.requestedAt() : start,
                null,
                request.end() == null
                        ? new Expiration("noExpiration", null, null)
                        : new Expiration("afterDateTime", request.end(), null));
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
