package dev.ephor.kit.rest;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Refuses a body that is too large in the shape of the API; Quarkus's own limit would answer
 * nothing. By its announced length before it is read; one that announces none is read as far as is
 * allowed.
 */
class BodyLimit {
    private static final Set<String> WITH_A_BODY =
            Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);

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

    /** Before the resource, and where blocking is allowed. */
    @ServerRequestFilter
    void checkUnannounced(ContainerRequestContext request) {
        boolean isAnnounced = request.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null;
        if (!isAnnounced && WITH_A_BODY.contains(request.getMethod())) {
            body.peek(request);
        }
    }
}
