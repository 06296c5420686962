package dev.ephor.request.rest;

import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.CheckingTicket;
import dev.ephor.request.application.DeactivatingAccess;
import dev.ephor.request.application.Decided;
import dev.ephor.request.application.RemovingAccess;
import dev.ephor.request.application.RemovingAccess.Removed;
import dev.ephor.request.application.ResolvingApprovers;
import dev.ephor.request.application.SubmittingRequest;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.RuleNames;
import dev.ephor.request.domain.Span;
import dev.ephor.request.domain.TicketStanding;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriInfo;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.RestResponse;

/** Carries out what is asked about active access. */
@ApplicationScoped
class AskingForAccess {
    static final Set<RequestAction> ACTIONS =
            EnumSet.of(
                    RequestAction.SELF_ACTIVATE,
                    RequestAction.SELF_DEACTIVATE,
                    RequestAction.SELF_EXTEND,
                    RequestAction.ADMIN_ASSIGN,
                    RequestAction.ADMIN_UPDATE,
                    RequestAction.ADMIN_EXTEND,
                    RequestAction.ADMIN_REMOVE);

    private final SubmittingRequest submitting;
    private final DeactivatingAccess deactivating;
    private final RemovingAccess removing;
    private final CheckingTicket checking;
    private final ResolvingApprovers approvers;
    private final Callers callers;
    private final Outcomes outcomes;

    AskingForAccess(
            SubmittingRequest submitting,
            DeactivatingAccess deactivating,
            RemovingAccess removing,
            CheckingTicket checking,
            ResolvingApprovers approvers,
            Callers callers,
            Outcomes outcomes) {
        this.submitting = submitting;
        this.deactivating = deactivating;
        this.removing = removing;
        this.checking = checking;
        this.approvers = approvers;
        this.callers = callers;
        this.outcomes = outcomes;
    }

    /** What has to be known before anything is carried out, because another system is asked. */
    Optional<TicketStanding> ticket(Wanted wanted) {
        return switch (wanted.action()) {
            case SELF_DEACTIVATE, ADMIN_REMOVE -> Optional.empty();
            default -> checking.check(wanted.wish());
        };
    }

    @Once
    RestResponse<OData.One<RequestObject>> ask(
            Asking asking, Wanted wanted, Optional<TicketStanding> ticket, UriInfo uri) {
        return Created.at(
                uri,
                switch (wanted.action()) {
                    case SELF_DEACTIVATE -> giveBack(asking, wanted);
                    case ADMIN_REMOVE -> remove(asking, wanted);
                    default -> submit(asking, wanted, ticket);
                });
    }

    private RequestObject submit(Asking asking, Wanted wanted, Optional<TicketStanding> ticket) {
        if (!wanted.action().isOfAdmin() && wanted.wish().span() instanceof Span.Endless) {
            throw new ApiError(
                    400,
                    "InvalidRoleAssignmentRequestSchedule",
                    "An activation has an end: ask for one by afterDuration or afterDateTime.");
        }
        Decided decided =
                wanted.isValidationOnly()
                        ? submitting.rehearse(asking, wanted.wish(), ticket)
                        : submitting.submit(asking, wanted.wish(), ticket, callers.traceparent());
        return switch (decided.event()) {
            case ActivationRequested requested -> object(requested, wanted.isValidationOnly());
            case ActivationRefused refused -> {
                outcomes.alarm(refused);
                throw Refusal.of(refused, decided, asking);
            }
            default -> throw new IllegalStateException("a window was decided as something else");
        };
    }

    private RequestObject object(ActivationRequested requested, boolean rehearsal) {
        RequestObject object = RequestObject.of(Activation.of(requested), rehearsal);
        return rehearsal ? object.with(approvers.of(requested)) : object;
    }

    private RequestObject giveBack(Asking asking, Wanted wanted) {
        var wish = wanted.wish();
        if (asking.isApplication() || !asking.by().equals(wish.key().principal())) {
            throw new ApiError(
                    403,
                    RuleNames.DENIED,
                    "Only the principal itself can deactivate: principalId has to be your own object id.");
        }
        var command = new Deactivate(asking, wish.key(), wish.justification());
        Optional<DeactivationRequested> decided =
                wanted.isValidationOnly()
                        ? deactivating.rehearse(command)
                        : deactivating.deactivate(command, callers.traceparent());
        return RequestObject.of(
                decided.orElseThrow(AskingForAccess::nothingLive), wanted.isValidationOnly());
    }

    private RequestObject remove(Asking asking, Wanted wanted) {
        Removed removed =
                wanted.isValidationOnly()
                        ? removing.rehearse(asking, wanted.wish())
                        : removing.remove(asking, wanted.wish(), callers.traceparent());
        if (!removed.isAllowed()) {
            throw new ApiError(
                    403,
                    RuleNames.DENIED,
                    "Only an admin or an owner of the group can ask for this.");
        }
        return RequestObject.of(
                removed.event().orElseThrow(AskingForAccess::nothingLive),
                wanted.isValidationOnly());
    }

    private static ApiError nothingLive() {
        return new ApiError(
                400,
                RuleNames.DOES_NOT_EXIST,
                "The Role assignment does not exist: nothing is active or pending.");
    }
}
