package dev.ephor.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body by its announced length, before it is read and in the shape of the API; Quarkus's
 * own limit would answer nothing.
 */
class BodyLimit {
    private final RequestBody body;

    BodyLimit(RequestBody body) {
        this.body = body;
    }

    @ServerRequestFilter(preMatching = true)
    void check(ContainerRequestContext request) {
        String length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        if (length != null) {
            body.checkLength(Long.parseLong(length));
        }
    }
}
