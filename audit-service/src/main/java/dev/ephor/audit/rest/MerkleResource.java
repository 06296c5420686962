package dev.ephor.audit.rest;

import dev.ephor.audit.application.ProvingEntries;
import dev.ephor.audit.sealing.Hash;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Proofs of the Merkle tree. */
@Path("/ephor/v1/audit/proofs")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class MerkleResource {
    private final ProvingEntries proving;

    MerkleResource(ProvingEntries proving) {
        this.proving = proving;
    }

    /**
     * @param hashes the leaf's sibling first; 64 hexadecimal digits, as all hashes
     */
    public record InclusionView(
            long sequence, long size, String leafHash, String root, List<String> hashes) {}

    /**
     * @param hashes in the order of RFC 6962; none where the older tree is empty or the same
     */
    public record ConsistencyView(
            long older, long newer, String olderRoot, String newerRoot, List<String> hashes) {}

    @GET
    @Path("inclusion")
    @Operation(summary = "That an entry is in the log (RFC 6962 section 2.1.1)")
    @Parameter(name = "sequence", in = ParameterIn.QUERY, description = "of the entry")
    @Parameter(name = "size", in = ParameterIn.QUERY, description = "of the tree; usually now's")
    public InclusionView inclusion(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("sequence", "size"));
        Long sequence = given.number("sequence", 0);
        Long size = given.number("size", 0);
        var proof =
                proven(
                        () ->
                                proving.inclusion(
                                        sequence == null ? -1 : sequence,
                                        size == null ? proving.size() : size));
        return new InclusionView(
                proof.sequence(),
                proof.size(),
                proof.leafHash().toString(),
                proof.root().toString(),
                texts(proof.path()));
    }

    @GET
    @Path("consistency")
    @Operation(summary = "That the log only grew (RFC 6962 section 2.1.2)")
    @Parameter(name = "older", in = ParameterIn.QUERY, description = "size of the older tree")
    @Parameter(name = "newer", in = ParameterIn.QUERY, description = "usually now's")
    public ConsistencyView consistency(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("older", "newer"));
        Long older = given.number("older", 0);
        Long newer = given.number("newer", 0);
        var proof =
                proven(
                        () ->
                                proving.consistency(
                                        older == null ? -1 : older,
                                        newer == null ? proving.size() : newer));
        return new ConsistencyView(
                proof.older(),
                proof.newer(),
                proof.olderRoot().toString(),
                proof.newerRoot().toString(),
                texts(proof.path()));
    }

    @GET
    @Path("receipts/{sequence}")
    @Produces("text/plain; charset=utf-8")
    @Operation(
            summary = "What proves an entry without Ephor (C2SP tlog-proof)",
            description = "Its path and the newest checkpoint; 404 until one has the entry.")
    public String receipt(@PathParam("sequence") String sequence) {
        return Numbers.of(sequence)
                .flatMap(proving::receipt)
                .orElseThrow(() -> ApiError.notFound("A checkpoint with entry '" + sequence + "'"));
    }

    private <T> T proven(Supplier<T> proof) {
        try {
            return proof.get();
        } catch (IllegalArgumentException e) {
            throw ApiError.badRequest(
                    "The log has %d entries: 0 <= sequence < size <= %1$d, 0 <= older <= newer <= %1$d."
                            .formatted(proving.size()));
        }
    }

    private static List<String> texts(List<Hash> hashes) {
        return hashes.stream().map(Hash::toString).toList();
    }
}
