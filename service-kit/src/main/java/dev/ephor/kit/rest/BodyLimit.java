package dev.ephor.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body by its announced length, before it is read and in the shape of the API; Quarkus's
 * own limit would answer nothing.
 */
class BodyLimit {
    private final long bytes;

    BodyLimit(@ConfigProperty(name = "ephor.http.max-body", defaultValue = "65536") long bytes) {
        this.bytes = bytes;
    }

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null && Long.parseLong(length) > bytes) {
            throw new ApiError(
                    413,
                    "RequestEntityTooLarge",
                    "The body is larger than %d bytes: send less.".formatted(bytes));
        }
    }
}
