package dev.ephor.request.rest;

import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ChangingPolicy;
import dev.ephor.request.application.ChangingPolicy.Order;
import dev.ephor.request.application.FindPolicies.Standing;
import dev.ephor.request.application.PolicyRefused;
import dev.ephor.request.application.ReadingPolicies;
import dev.ephor.request.application.Viewer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a caller may see and change of a policy, whichever API they use. */
@ApplicationScoped
class PolicyAccess {
    private final ReadingPolicies reading;
    private final ChangingPolicy changing;
    private final Callers callers;
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    PolicyAccess(
            ReadingPolicies reading,
            ChangingPolicy changing,
            Callers callers,
            Caller caller,
            Ids ids,
            Clock clock) {
        this.reading = reading;
        this.changing = changing;
        this.callers = callers;
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    Viewer viewer() {
        return callers.viewer();
    }

    /**
     * @throws ApiError 404 when there is none, or it does not concern the caller
     */
    Standing read(PolicyId id) {
        return reading.one(viewer(), id.group(), id.access())
                .orElseThrow(() -> ApiError.notFound("The policy"));
    }

    /**
     * Changes it as admin or owner.
     *
     * @param ifMatch the caller's If-Match; null: whatever the version is
     */
    Standing change(PolicyId id, @Nullable String ifMatch, UnaryOperator<PolicyDefined> operator) {
        read(id);
        Viewer viewer = viewer();
        if (!caller.has("Ephor.Admin") && !reading.isOwner(viewer, id.group())) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "Only an admin or an owner of the group can change its policies.");
        }
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var cause = new Cause(ids.next(), null, callers.traceparent(), now);
        var order =
                new Order(
                        viewer.tenant(),
                        id.group(),
                        id.access(),
                        EntityTag.version(ifMatch),
                        viewer.principal(),
                        cause);
        try {
            return changing.change(order, operator);
        } catch (PolicyRefused e) {
            throw refused(e);
        }
    }

    private static ApiError refused(PolicyRefused refused) {
        String why = String.valueOf(refused.getMessage());
        return switch (refused.reason()) {
            case UNSOUND -> ApiError.badRequest(why);
            case UNKNOWN -> new ApiError(400, "SubjectNotFound", why);
            case CHANGED_MEANWHILE -> new ApiError(412, "PreconditionFailed", why);
            case ABSENT -> ApiError.notFound("The policy");
        };
    }
}
