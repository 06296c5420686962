package dev.ephor.audit.rest;

import dev.ephor.audit.application.OverseeingFollowers;
import dev.ephor.audit.application.OverseeingFollowers.Overseen;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Who follows the log, and how far behind. */
@Path("/ephor/v1/audit/followers")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class FollowersResource {
    private static final int LONGEST_REASON = 1_000;

    private final OverseeingFollowers overseeing;
    private final Caller caller;

    FollowersResource(OverseeingFollowers overseeing, Caller caller) {
        this.overseeing = overseeing;
        this.caller = caller;
    }

    /**
     * @param position the sequence that it takes next
     * @param lag how many entries it has not taken
     * @param movedAt when it took something last
     * @param own whether it is a part of audit-service; another is left behind
     */
    public record FollowerView(String name, long position, long lag, Instant movedAt, boolean own) {
        static FollowerView of(Overseen one) {
            var standing = one.standing();
            return new FollowerView(
                    standing.name(),
                    standing.position(),
                    one.lag(),
                    standing.movedAt(),
                    one.isOwn());
        }
    }

    public record FollowersView(List<FollowerView> entries) {}

    /**
     * @param reason why nobody needs it any more
     */
    public record DropView(@Nullable String reason) {}

    @GET
    @Operation(summary = "Who follows the log, and how far behind: retention waits for each")
    public FollowersView followers() {
        return new FollowersView(overseeing.all().stream().map(FollowerView::of).toList());
    }

    @POST
    @Path("{name}/drop")
    @RolesAllowed(Roles.ADMIN)
    @Operation(
            summary = "Gives up a follower that is gone for good",
            description =
                    "Its position is forgotten, and retention waits for it no longer. The log says"
                            + " who did it and why.")
    public void drop(@PathParam("name") String name, @Nullable DropView body) {
        String reason = body == null || body.reason() == null ? "" : body.reason().strip();
        if (reason.isEmpty() || reason.length() > LONGEST_REASON) {
            throw ApiError.badRequest(
                    "Say why by 'reason', in 1 to %d characters.".formatted(LONGEST_REASON));
        }
        switch (overseeing.drop(
                name, caller.principal(), reason, caller.traceparent().orElse(null))) {
            case DROPPED -> {}
            case UNKNOWN -> throw ApiError.notFound("The follower '" + name + "'");
            case OWN ->
                    throw new ApiError(
                            409,
                            "FollowerNeeded",
                            "'%s' is a part of audit-service and would begin again at the first entry. If it stands still, look into the service's log."
                                    .formatted(name));
            case AT_WORK ->
                    throw new ApiError(
                            409,
                            "FollowerAtWork",
                            "Somebody is taking entries as '%s' just now: it is not gone. Stop it first."
                                    .formatted(name));
        }
    }
}
