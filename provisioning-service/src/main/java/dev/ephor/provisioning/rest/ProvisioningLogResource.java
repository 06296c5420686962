package dev.ephor.provisioning.rest;

import dev.ephor.kit.rest.Caller;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.ProvisioningLog;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What targets were told and what came back. */
@Path("/ephor/v1/provisioning-log")
@Tag(name = "Provisioning log")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.ADMIN, Roles.AUDITOR})
class ProvisioningLogResource {
    private final ProvisioningLog log;
    private final Caller caller;

    ProvisioningLogResource(ProvisioningLog log, Caller caller) {
        this.log = log;
        this.caller = caller;
    }

    /**
     * @param next give it as {@code before} to read on; absent on the last page
     */
    record Page(List<Line> entries, @Nullable String next) {}

    @GET
    @RunOnVirtualThread
    @Operation(
            operationId = "listProvisioningLog",
            summary = "Every try to tell a target of a membership, the newest first")
    Page list(@BeanParam LogParameters parameters) {
        int limit = parameters.limit();
        List<LogEntry> found = log.find(parameters.query(caller.tenant()));
        List<LogEntry> page = found.size() > limit ? found.subList(0, limit) : found;
        return new Page(
                page.stream().map(Line::of).toList(),
                found.size() > limit ? String.valueOf(page.getLast().id()) : null);
    }
}
