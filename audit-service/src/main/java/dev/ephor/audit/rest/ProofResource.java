package dev.ephor.audit.rest;

import dev.ephor.audit.application.ReadingTheLog;
import dev.ephor.audit.application.VerifyingTheLog;
import dev.ephor.audit.application.VerifyingTheLog.Report;
import dev.ephor.audit.sealing.Finding;
import dev.ephor.audit.sealing.Head;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.QueryParameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Whether the log is what was sealed. */
@Path("/ephor/v1/audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class ProofResource {
    private final ReadingTheLog log;
    private final VerifyingTheLog verifying;

    ProofResource(ReadingTheLog log, VerifyingTheLog verifying) {
        this.log = log;
        this.verifying = verifying;
    }

    /**
     * @param size how many entries there are
     * @param hash of the last one, 64 hexadecimal digits
     */
    public record HeadView(long size, String hash) {
        static HeadView of(Head head) {
            return new HeadView(head.size(), head.hash().toString());
        }
    }

    /**
     * What a check found.
     *
     * @param intact whether nothing was found
     * @param from the first sequence that was looked at
     * @param to the sequence before which the check ended
     * @param head where the log ended meanwhile
     * @param cutShort whether so much was found that the check gave up
     * @param leavesRemoved entries that were checked by their leaf hash alone, for retention
     *     removed their leaf
     */
    public record VerdictView(
            boolean intact,
            long from,
            long to,
            long checked,
            HeadView head,
            List<Finding> findings,
            boolean cutShort,
            long leavesRemoved) {
        static VerdictView of(Report report) {
            var verdict = report.verdict();
            return new VerdictView(
                    verdict.isIntact(),
                    report.from(),
                    report.to(),
                    verdict.checked(),
                    HeadView.of(report.head()),
                    verdict.findings(),
                    verdict.cutShort(),
                    verdict.leavesRemoved());
        }
    }

    @GET
    @Path("head")
    @Operation(summary = "Where the log ends")
    public HeadView head() {
        return HeadView.of(log.head());
    }

    @GET
    @Path("verify")
    @Operation(
            summary = "Checks the stored log",
            description =
                    "Computes every hash again. Each change, gap and exchange is named by its"
                            + " sequence.")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "first sequence, usually 0")
    @Parameter(
            name = "to",
            in = ParameterIn.QUERY,
            description = "sequence to stop before, usually the size of the log")
    public VerdictView verify(@Context UriInfo uri) {
        var given = new QueryParameters(uri, Set.of("from", "to"));
        Long first = given.number("from", 0);
        long from = first == null ? 0 : first;
        Long to = given.number("to", 0);
        long size = log.head().size();
        if (from > (to == null ? size : to) || to != null && to > size) {
            throw ApiError.badRequest(
                    "The log has %d entries: 0 <= from <= to <= %d.".formatted(size, size));
        }
        return VerdictView.of(verifying.verify(from, to));
    }
}
