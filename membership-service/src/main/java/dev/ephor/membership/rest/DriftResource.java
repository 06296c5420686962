package dev.ephor.membership.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.ObservationEvent.DriftAccepted;
import dev.ephor.events.ObservationEvent.RevertCanceled;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.membership.domain.Drift;
import dev.ephor.membership.domain.Grants;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What directories have and Ephor did not give, or the reverse. */
@Path("/ephor/v1/windows/drifts")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class DriftResource {
    private final TroubledMemberships troubled;
    private final Clock clock;

    DriftResource(TroubledMemberships troubled, Clock clock) {
        this.troubled = troubled;
        this.clock = clock;
    }

    /** Wrapped, so that more can be said beside them later. */
    public record Drifts(List<Line> value) {}

    /**
     * @param kind {@code ungranted} or {@code vanished}
     * @param state {@code reported}, {@code stopped} or {@code reverting}
     * @param revertAt when Ephor reverts it; absent: it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            String tenant,
            String group,
            String principal,
            String access,
            String kind,
            String state,
            Instant detectedAt,
            @Nullable Instant revertAt)
            implements Listed {}

    /** Why, for the log. */
    public record Because(@Nullable String reason) {}

    @GET
    @RolesAllowed({"Ephor.Admin", "Ephor.Auditor", "Ephor.Responder"})
    @Operation(summary = "Memberships in which a directory and Ephor differ")
    public Drifts list() {
        return new Drifts(
                troubled.board(
                        g -> g.drift().isPresent(),
                        g -> line(g, g.drift().orElseThrow()),
                        Line.class));
    }

    @POST
    @AtOwner
    @Path("{group}/{principal}/{access}/accept")
    @RolesAllowed({"Ephor.Admin", "Ephor.Responder"})
    @ResponseStatus(202)
    @Operation(summary = "Lets a membership stay that Ephor did not give")
    public void accept(String group, String principal, String access, @Nullable Because why) {
        String reason = reason(why);
        Grants grants = drifted(group, principal, access);
        Drift drift = grants.drift().orElseThrow();
        if (!drift.isAcceptable()) {
            throw new ApiError(
                    409,
                    "Conflict",
                    "Only a membership that is there, and is not being removed, can be accepted.");
        }
        troubled.say(
                by -> new DriftAccepted(grants.key(), drift.id(), by, reason, clock.instant()),
                drift.id());
    }

    @POST
    @AtOwner
    @Path("{group}/{principal}/{access}/stop")
    @RolesAllowed({"Ephor.Admin", "Ephor.Responder"})
    @ResponseStatus(202)
    @Operation(summary = "Stops a revert before it begins")
    public void stop(String group, String principal, String access, @Nullable Because why) {
        String reason = reason(why);
        Grants grants = drifted(group, principal, access);
        Drift drift = grants.drift().orElseThrow();
        if (drift.due() == null) {
            throw new ApiError(409, "Conflict", "No revert of it is to come.");
        }
        troubled.say(
                by -> new RevertCanceled(grants.key(), drift.id(), by, reason, clock.instant()),
                drift.id());
    }

    private static String reason(@Nullable Because why) {
        return TroubledMemberships.sentence("reason", why == null ? null : why.reason());
    }

    private Grants drifted(String group, String principal, String access) {
        return troubled.one(group, principal, access, g -> g.drift().isPresent());
    }

    private static Line line(Grants grants, Drift drift) {
        return new Line(
                drift.id(),
                grants.key().tenant(),
                grants.key().group(),
                grants.key().principal(),
                grants.key().access().wire(),
                drift.kind().wire(),
                drift.stage().name().toLowerCase(Locale.ROOT),
                drift.detectedAt(),
                drift.stage() == Drift.Stage.STOPPED ? null : drift.revertAt());
    }
}
