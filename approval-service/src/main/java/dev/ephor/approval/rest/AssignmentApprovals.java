package dev.ephor.approval.rest;

import dev.ephor.approval.application.DecidingApprovals;
import dev.ephor.approval.application.DecidingApprovals.Answer;
import dev.ephor.approval.application.ReadingApprovals;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.journal.VersionConflict;
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
import java.time.Instant;
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
    private final DecidingApprovals deciding;
    private final ApproverAtTheDoor door;
    private final Clock clock;

    AssignmentApprovals(
            ReadingApprovals reading,
            DecidingApprovals deciding,
            ApproverAtTheDoor door,
            Clock clock) {
        this.reading = reading;
        this.deciding = deciding;
        this.door = door;
        this.clock = clock;
    }

    @GET
    @Operation(summary = "One approval with its stages")
    @APIResponse(responseCode = "200", description = "For an approver of it or its requester")
    @APIResponse(responseCode = "404", description = "None, or none of the caller's business")
    public ApprovalView approval(
            @PathParam("approvalId") String approvalId, @Context UriInfo address) {
        SignedIn person = door.person();
        return ApprovalView.of(context(address, "/$entity"), read(approvalId, person), person);
    }

    @GET
    @Path("/{stages:stages|steps}")
    @Operation(summary = "The stages of an approval")
    public StagesView stages(
            @PathParam("approvalId") String approvalId,
            @PathParam("stages") String stages,
            @Context UriInfo address) {
        SignedIn person = door.person();
        Asked asked = read(approvalId, person);
        return StagesView.of(context(address, "('" + approvalId + "')/" + stages), asked, person);
    }

    @GET
    @Path("/{stages:stages|steps}/{stageId}")
    @Operation(summary = "One stage of an approval")
    public StageView stage(
            @PathParam("approvalId") String approvalId, @PathParam("stageId") String stageId) {
        SignedIn person = door.person();
        Asked asked = read(approvalId, person);
        if (!asked.stage().id().equals(stageId)) {
            throw notFound(approvalId, stageId);
        }
        return StageView.of(asked, person);
    }

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
        Decide decision = decision(body);
        switch (answer(approvalId, stageId, decision)) {
            case Answer.Taken _ -> {}
            case Answer.Refused refused -> throw RefusalAnswers.of(refused.why(), decision.by());
            case Answer.Unknown _ -> throw notFound(approvalId, stageId);
        }
    }

    private Decide decision(@Nullable StageDecision body) {
        SignedIn person = door.person();
        if (body == null) {
            throw ApiError.badRequest(
                    "The body is missing: send {\"reviewResult\":\"Approve\"} or \"Deny\".");
        }
        Instant now = clock.instant();
        return new Decide(person, body.choice(), body.justification(), now);
    }

    /** Who loses a race sees once more what the winner left. */
    private Answer answer(String approvalId, String stageId, Decide decision) {
        try {
            return deciding.decide(approvalId, stageId, decision);
        } catch (VersionConflict e) {
            return deciding.decide(approvalId, stageId, decision);
        }
    }

    private Asked read(String approvalId, SignedIn person) {
        return reading.read(approvalId, person)
                .orElseThrow(() -> ApiError.notFound("Approval '" + approvalId + "'"));
    }

    private static ApiError notFound(String approvalId, String stageId) {
        return ApiError.notFound("Stage '%s' of approval '%s'".formatted(stageId, approvalId));
    }

    private static String context(UriInfo address, String what) {
        return address.getBaseUri()
                + "v1.0/$metadata#identityGovernance/privilegedAccess/group/assignmentApprovals"
                + what;
    }
}
