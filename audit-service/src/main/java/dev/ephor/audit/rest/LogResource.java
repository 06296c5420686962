package dev.ephor.audit.rest;

import dev.ephor.audit.application.Checkpointing;
import dev.ephor.audit.application.KeepCheckpoints.Kept;
import dev.ephor.audit.application.NothingSigned;
import dev.ephor.audit.application.ReadingTiles;
import dev.ephor.audit.tree.TilePath;
import dev.ephor.kit.rest.ApiError;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * The log as C2SP's tlog-tiles lays it out, below one prefix. What a checkpoint says is for
 * everybody to compare, so nobody has to sign in for it; entries and their hashes are for auditors.
 */
@Path("/ephor/v1/audit/log")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class LogResource {
    private static final String NOTE = "text/plain; charset=utf-8";
    private static final int LONGEST_NOTE = 64 * 1024;

    private final Checkpointing checkpoints;
    private final ReadingTiles tiles;

    LogResource(Checkpointing checkpoints, ReadingTiles tiles) {
        this.checkpoints = checkpoints;
        this.tiles = tiles;
    }

    @GET
    @Path("checkpoint")
    @PermitAll
    @Produces(NOTE)
    @Operation(summary = "The newest checkpoint: a signed note, with the witnesses' cosignatures")
    public Response checkpoint() {
        return note(checkpoints.newest());
    }

    @GET
    @Path("checkpoint/{size}")
    @PermitAll
    @Produces(NOTE)
    @Operation(summary = "The checkpoint that was signed at a size")
    public Response checkpoint(@PathParam("size") String size) {
        return note(Numbers.of(size).flatMap(checkpoints::ofSize));
    }

    @POST
    @Path("checkpoint")
    @Produces(NOTE)
    @Operation(summary = "Signs a checkpoint of the log as it is now")
    public Response signed() {
        if (!checkpoints.identity().canSign()) {
            throw new ApiError(409, "NoKey", "ephor.audit.checkpoints.keys names no key.");
        }
        try {
            checkpoints.signNow();
        } catch (NothingSigned e) {
            throw unsigned(e);
        }
        return note(checkpoints.newest());
    }

    @GET
    @Path("keys")
    @PermitAll
    @Produces(NOTE)
    @Operation(summary = "The keys that check this log's checkpoints, a line each")
    public String keys() {
        return checkpoints.identity().verifiers().stream()
                .map(key -> key + "\n")
                .collect(Collectors.joining());
    }

    @POST
    @Path("cosignatures")
    @PermitAll
    @Consumes(MediaType.TEXT_PLAIN)
    @Operation(
            summary = "Takes what a witness signed of a checkpoint",
            description =
                    "The checkpoint as a signed note with the witness's line. The signature says who"
                            + " it is; only witnesses of the configuration are listened to.")
    public Response cosignatures(String note) {
        if (note.length() > LONGEST_NOTE) {
            throw ApiError.badRequest("A note has at most %d characters.".formatted(LONGEST_NOTE));
        }
        try {
            checkpoints.cosign(note);
            return Response.noContent().build();
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest("The note is not taken: %s.".formatted(e.getMessage()));
        }
    }

    @GET
    @Path("tile/{path:.+}")
    @Produces(MediaType.APPLICATION_OCTET_STREAM)
    @Operation(
            summary = "A tile: 256 hashes of a level, or entries",
            description =
                    "tile/<level>/<number>[.p/<width>] and tile/entries/<number>[.p/<width>]; the"
                            + " number in groups of three digits, all but the last after an x.")
    public Response tile(@PathParam("path") String path) {
        byte[] bytes =
                TilePath.parse(path)
                        .flatMap(tiles::tile)
                        .orElseThrow(() -> ApiError.notFound("The tile '" + path + "'"));
        return Response.ok(bytes)
                .header(HttpHeaders.CACHE_CONTROL, "private, max-age=31536000, immutable")
                .build();
    }

    /** The log is not what was signed of it: no repetition of the call helps. */
    static ApiError unsigned(NothingSigned why) {
        return new ApiError(409, "NothingSigned", "No checkpoint is signed: " + why.getMessage());
    }

    private static Response note(Optional<Kept> kept) {
        String note = kept.map(Kept::note).orElseThrow(() -> ApiError.notFound("The checkpoint"));
        return Response.ok(note).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
    }
}
