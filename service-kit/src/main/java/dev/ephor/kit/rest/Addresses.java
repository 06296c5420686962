package dev.ephor.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * There is nothing at an address with the character 0: no database could be asked for what it
 * names.
 */
class Addresses {
    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (path.contains("%00")) {
            throw new ApiError(404, "ResourceNotFound", "There is nothing at this address.");
        }
    }
}
