package dev.ephor.approval.rest;

import dev.ephor.approval.application.DecidingApprovals.Wish;
import dev.ephor.approval.application.KnownPeople;
import dev.ephor.approval.application.ReadingApprovals;
import dev.ephor.approval.application.Seen;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.idempotency.Once;
import dev.ephor.kit.rest.ApiError;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * Approvals in the shape of Graph's {@code assignmentApprovals}. Graph's documents and its beta say
 * {@code steps} where v1.0 and the SDKs say {@code stages}; both are answered. The id of an
 * approval is the id of the request.
 */
@Path("/v1.0/identityGovernance/privilegedAccess/group/assignmentApprovals/{approvalId}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Approvals", description = "Graph's assignmentApprovals of PIM for Groups")
@Authenticated
@RunOnVirtualThread
public class AssignmentApprovals {
    private final ReadingApprovals reading;
    private final Deeds deeds;
    private final KnownPeople people;
    private final ApproverAtTheDoor door;
    private final Clock clock;

    AssignmentApprovals(
            ReadingApprovals reading,
            Deeds deeds,
            KnownPeople people,
            ApproverAtTheDoor door,
            Clock clock) {
        this.reading = reading;
        this.deeds = deeds;
        this.people = people;
        this.door = door;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "One approval with its stages")
    @APIResponse(responseCode = "200", description = "For who was asked or asked for it")
    @APIResponse(responseCode = "404", description = "None, or none of the caller's business")
    public ApprovalView approval(
            @PathParam("approvalId") String approvalId, @Context UriInfo address) {
        Seen seen = read(approvalId);
        return ApprovalView.of(Contexts.of(address, "/$entity"), seen, names(seen));
    }

    @GET
    @Path("/{stages:stages|steps}")
    @Operation(summary = "The stages of an approval, also those to come")
    public Collected<StageView> stages(
            @PathParam("approvalId") String approvalId,
            @PathParam("stages") String stages,
            @Context UriInfo address) {
        return new Collected<>(
                Contexts.of(address, "('" + approvalId + "')/" + stages),
                null,
                all(approvalId),
                null);
    }

    @GET
    @Path("/{stages:stages|steps}/{stageId}")
    @Operation(summary = "One stage of an approval")
    public StageView stage(
            @PathParam("approvalId") String approvalId, @PathParam("stageId") String stageId) {
        return all(approvalId).stream()
                .filter(stage -> stage.id().equals(stageId))
                .findFirst()
                .orElseThrow(
                        () ->
                                ApiError.notFound(
                                        "Stage '%s' of approval '%s'"
                                                .formatted(stageId, approvalId)));
    }

    @Once
    @PATCH
    @Path("/{stages:stages|steps}/{stageId}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Approve or deny")
    @APIResponse(responseCode = "204", description = "Decided")
    @APIResponse(responseCode = "401", description = "A stronger sign-in is needed (RFC 9470)")
    @APIResponse(responseCode = "403", description = "The caller is no approver of this request")
    @APIResponse(responseCode = "409", description = "Somebody already decided, or it is over")
    public void decide(
            @PathParam("approvalId") String approvalId,
            @PathParam("stageId") String stageId,
            @Nullable StageDecision body) {
        SignedIn person = door.person();
        if (body == null) {
            throw ApiError.badRequest(
                    "The body is missing: send {\"reviewResult\":\"Approve\"} or \"Deny\".");
        }
        deeds.decide(new Wish(approvalId, stageId, person, body.verdict(), clock.instant()));
    }

    private List<StageView> all(String approvalId) {
        Seen seen = read(approvalId);
        return StageView.all(seen, names(seen));
    }

    private Seen read(String approvalId) {
        return reading.read(approvalId, door.person())
                .orElseThrow(() -> ApiError.notFound("Approval '" + approvalId + "'"));
    }

    private Person.Names names(Seen seen) {
        return new Person.Names(people, seen.by().tenant());
    }
}
