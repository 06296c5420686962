package dev.ephor.provisioning.rest;

import dev.ephor.connector.Exchange;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.kit.rest.Page;
import dev.ephor.kit.rest.Paging;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.ProvisioningLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.ParameterIn;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What targets were told and what came back. */
@Path("/ephor/v1/provisioning-log")
@Tag(name = "Provisioning log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
@RunOnVirtualThread
public class ProvisioningLogResource {
    private final ProvisioningLog log;
    private final Caller caller;

    ProvisioningLogResource(ProvisioningLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    @GET
    @Operation(
            operationId = "listProvisioningLog",
            summary = "Every try to tell a target of a membership, the newest first",
            description = "Every filter narrows the answer. Follow nextLink until there is none.")
    @Parameter(name = "activation", in = ParameterIn.QUERY, description = "for which it was done")
    @Parameter(name = "principal", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "group", in = ParameterIn.QUERY, description = "object id")
    @Parameter(name = "target", in = ParameterIn.QUERY, description = "the target's name")
    @Parameter(
            name = "outcome",
            in = ParameterIn.QUERY,
            description =
                    "confirmed, contradicted, transient, rejected, unreachable, or held: not asked")
    @Parameter(name = "from", in = ParameterIn.QUERY, description = "earliest time, included")
    @Parameter(name = "to", in = ParameterIn.QUERY, description = "latest time, excluded")
    @Parameter(name = "after", in = ParameterIn.QUERY, description = "id of a line to go on behind")
    @Parameter(name = "limit", in = ParameterIn.QUERY, description = "1 to 1000, usually 100")
    public Page<Line> list(@Context UriInfo uri) {
        Paging asked = Paging.Style.NATIVE.of(uri);
        List<LogEntry> found = log.find(LogParameters.query(caller.tenant(), asked));
        return asked.page(found, LogEntry::id).map(Line::of);
    }

    /** A line, and what was sent and came back. */
    public record Proved(Line line, List<Shown> exchanges) {}

    @GET
    @Path("{id}")
    @Operation(
            operationId = "getProvisioningLogLine",
            summary = "One try with what was sent and what came back, without secrets",
            description =
                    "The exchanges are those of the whole call, which may have been about others of the group too.")
    public Proved one(long id) {
        LogEntry entry =
                log.find(caller.tenant(), id).orElseThrow(() -> ApiError.notFound("Such a line"));
        String call = entry.call();
        List<Exchange> exchanges = call == null ? List.of() : log.exchanges(call);
        return new Proved(Line.of(entry), exchanges.stream().map(Shown::of).toList());
    }
}
