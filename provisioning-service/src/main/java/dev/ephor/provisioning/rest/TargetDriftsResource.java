package dev.ephor.provisioning.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.provisioning.application.DriftBoard;
import dev.ephor.provisioning.application.DriftBoard.Drifted;
import dev.ephor.provisioning.application.HandlingDrift;
import dev.ephor.provisioning.application.HandlingDrift.Result;
import dev.ephor.provisioning.application.HandlingDrift.Word;
import dev.ephor.provisioning.domain.Drift;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** What targets have and Ephor did not provision, or the reverse. */
@Path("/ephor/v1/targets")
@Tag(name = "Targets")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
public class TargetDriftsResource {
    private static final int SHORTEST_REASON = 10;

    private final DriftBoard board;
    private final HandlingDrift handling;
    private final Caller caller;

    TargetDriftsResource(DriftBoard board, HandlingDrift handling, Caller caller) {
        this.board = board;
        this.handling = handling;
        this.caller = caller;
    }

    /** Wrapped, so that more can be said beside them later. */
    public record Drifts(List<Line> value) {}

    /**
     * @param principal the target's own id where it is not known whom of the directory it means
     * @param kind {@code ungranted} or {@code vanished}
     * @param state {@code reported}, {@code stopped} or {@code reverting}
     * @param revertAt when Ephor reverts it; absent: it does not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Line(
            String id,
            String target,
            String group,
            String principal,
            String access,
            String kind,
            String state,
            Instant detectedAt,
            @Nullable Instant revertAt) {

        static Line of(Drifted drifted) {
            MembershipKey key = drifted.key();
            Drift drift = drifted.drift();
            return new Line(
                    drift.id(),
                    drift.target(),
                    key.group(),
                    key.principal(),
                    key.access().wire(),
                    drift.kind().wire(),
                    drift.stage().name().toLowerCase(Locale.ROOT),
                    drift.detectedAt(),
                    drift.stage() == Drift.Stage.STOPPED ? null : drift.revertAt());
        }
    }

    /** Why, for the log. */
    public record Because(@Nullable String reason) {}

    @GET
    @Path("drifts")
    @RolesAllowed({Roles.ADMIN, Roles.AUDITOR, Roles.RESPONDER})
    @Operation(
            operationId = "listTargetDrifts",
            summary = "Memberships in which a target and Ephor differ")
    public Drifts list() {
        return new Drifts(board.of(caller.tenant()).stream().map(Line::of).toList());
    }

    @POST
    @Path("{target}/drifts/{group}/{principal}/{access}/stop")
    @RolesAllowed({Roles.ADMIN, Roles.RESPONDER})
    @ResponseStatus(202)
    @Operation(operationId = "stopTargetRevert", summary = "Stops a revert before it begins")
    public void stop(
            String target, String group, String principal, String access, @Nullable Because why) {
        Word word = word(target, group, principal, access, why);
        answer(handling.stop(word), "No revert of it is to come.");
    }

    @POST
    @Path("{target}/drifts/{group}/{principal}/{access}/accept")
    @RolesAllowed({Roles.ADMIN, Roles.RESPONDER})
    @ResponseStatus(202)
    @Operation(
            operationId = "acceptTargetDrift",
            summary = "Lets a membership stay at a target that Ephor did not provision")
    public void accept(
            String target, String group, String principal, String access, @Nullable Because why) {
        Word word = word(target, group, principal, access, why);
        answer(
                handling.accept(word),
                "Only a membership that is there, and is not being removed, can be accepted.");
    }

    private Word word(
            String target, String group, String principal, String access, @Nullable Because why) {
        return new Word(key(group, principal, access), target, caller.principal(), reason(why));
    }

    private MembershipKey key(String group, String principal, String access) {
        try {
            return new MembershipKey(caller.tenant(), group, principal, Access.of(access));
        } catch (IllegalArgumentException e) {
            throw ApiError.notFound("Such a drift");
        }
    }

    private static String reason(@Nullable Because why) {
        String reason = why == null ? null : why.reason();
        if (reason == null || reason.strip().length() < SHORTEST_REASON) {
            throw ApiError.badRequest(
                    "reason is missing or too short: say in a sentence, for the log, why or how you know.");
        }
        return reason.strip();
    }

    private static void answer(Result result, String notSo) {
        switch (result) {
            case DONE -> {}
            case UNKNOWN -> throw ApiError.notFound("Such a drift");
            case NOT_SO -> throw new ApiError(409, "Conflict", notSo);
        }
    }
}
