package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.Caller;
import dev.ephor.provisioning.application.StuckBoard;
import dev.ephor.provisioning.application.StuckBoard.Stuck;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The stuck board. */
@Path("/ephor/v1/stuck")
@Tag(name = "Stuck board")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@RunOnVirtualThread
public class StuckResource {
    private final StuckBoard board;
    private final Caller caller;

    StuckResource(StuckBoard board, Caller caller) {
        this.board = board;
        this.caller = caller;
    }

    /** What is stuck now. */
    public record Board(List<Entry> entries) {}

    /** What a target does not do. */
    public record Entry(
            String target,
            String change,
            String group,
            String principal,
            String access,
            List<String> activations,
            int attempts,
            Instant since,
            @Nullable String lastAnswer,
            @Nullable Instant retryAt,
            List<Shown> exchanges) {

        static Entry of(Stuck stuck) {
            return new Entry(
                    stuck.target(),
                    stuck.change().wire(),
                    stuck.key().group(),
                    stuck.key().principal(),
                    stuck.key().access().wire(),
                    stuck.activations(),
                    stuck.attempts(),
                    stuck.since(),
                    stuck.lastAnswer(),
                    stuck.retryAt(),
                    stuck.exchanges().stream().map(Shown::of).toList());
        }
    }

    @GET
    @Operation(
            operationId = "listStuck",
            summary =
                    "What targets do not do, removals first, with the exchanges that prove it; each is tried further")
    public Board list() {
        return new Board(board.of(caller.tenant()).stream().map(Entry::of).toList());
    }
}
