package dev.ephor.approval.rest;

import dev.ephor.approval.application.Seen;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An approval with everything about it, for who was asked, who asked, and who looks after the
 * tenant.
 *
 * @param title the template's subject, filled in
 * @param message the template's text, filled in
 * @param duration what was asked for, ISO 8601; null: without end
 * @param shortenedTo the shortest that an approver agreed to; null: nobody shortened it
 * @param canDecide whether the caller's vote is waited for
 */
@Schema(name = "Approval")
public record NativeApproval(
        String id,
        Status status,
        String title,
        String message,
        Thing group,
        String access,
        Person principal,
        Person requestedBy,
        Instant requestedAt,
        @Nullable String justification,
        @Nullable Ticket ticket,
        @Nullable Instant start,
        @Nullable Duration duration,
        @Nullable Duration shortenedTo,
        boolean canDecide,
        List<NativeStage> stages) {

    /** How an approval stands. */
    public enum Status {
        PENDING,
        APPROVED,
        DENIED,
        LAPSED,
        WITHDRAWN
    }

    /** A ticket, as the requester named it. */
    @Schema(name = "ApprovalTicket")
    public record Ticket(@Nullable String number, @Nullable String system) {
        static @Nullable Ticket of(ActivationRequested request) {
            var ticket = request.ticket();
            return ticket == null ? null : new Ticket(ticket.number(), ticket.system());
        }
    }

    /** Something with an id and perhaps a name. */
    public record Thing(String id, @Nullable String displayName) {}

    static NativeApproval of(Seen seen, Message message, Person.Names names) {
        ActivationRequested request = seen.course().request();
        return new NativeApproval(
                request.activationId(),
                status(seen.approval()),
                message.title(),
                message.text(),
                new Thing(
                        request.key().group(),
                        names.people().nameOfGroup(names.tenant(), request.key().group())),
                request.key().access().wire(),
                names.person(request.key().principal()),
                names.person(request.requestedBy()),
                request.requestedAt(),
                request.justification(),
                Ticket.of(request),
                request.start(),
                request.duration(),
                seen.course().shortest(),
                seen.canDecide(),
                NativeStage.all(seen, names));
    }

    private static Status status(Asked approval) {
        return switch (approval) {
            case Closed(_, ActivationApproved _) -> Status.APPROVED;
            case Closed(_, ActivationDenied _) -> Status.DENIED;
            case Closed(_, ApprovalLapsed _) -> Status.LAPSED;
            case Closed _ -> Status.WITHDRAWN;
            default -> Status.PENDING;
        };
    }
}
