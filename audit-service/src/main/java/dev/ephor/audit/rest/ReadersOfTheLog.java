package dev.ephor.audit.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Lets the auditors of some tenants alone read the log. It is one log for all tenants, which proves
 * itself only as a whole, so whoever reads it reads of all of them.
 */
class ReadersOfTheLog {
    private static final String ALL = "*";

    private final Set<String> tenants;
    private final Caller caller;

    ReadersOfTheLog(
            @ConfigProperty(name = "ephor.audit.readers", defaultValue = ALL) List<String> tenants,
            Caller caller) {
        this.tenants = Set.copyOf(tenants);
        this.caller = caller;
    }

    /** Of whoever has no role of a reader, the resource itself says so. */
    @ServerRequestFilter(priority = Priorities.AUTHORIZATION + 1)
    void check(ContainerRequestContext request, ResourceInfo asked) {
        if (tenants.contains(ALL)
                || asked.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
            return;
        }
        boolean reads = caller.has(Roles.AUDITOR) || caller.has(Roles.ADMIN);
        if (reads && !tenants.contains(caller.tenant())) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "The log is of all tenants, and is for the auditors of another one to read.");
        }
    }
}
