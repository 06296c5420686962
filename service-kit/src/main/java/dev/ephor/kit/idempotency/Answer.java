package dev.ephor.kit.idempotency;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a call was answered. */
record Answer(
        int status,
        @Nullable String contentType,
        @Nullable String location,
        @Nullable String body) {
    private static final Set<Integer> LASTING_REFUSALS = Set.of(400, 410, 413, 415, 422);

    /**
     * Whether it is the answer for good. The others say to come again: signed in more strongly,
     * with another role, or later, when what was not there may be.
     */
    static boolean isLasting(int status) {
        return status < 300 || LASTING_REFUSALS.contains(status);
    }

    /** The same answer once more; the header tells that nothing was done this time. */
    Response again() {
        var response = Response.status(status).header("Idempotent-Replayed", "true");
        if (body != null) {
            response.entity(body).type(contentType);
        }
        if (location != null) {
            response.header(HttpHeaders.LOCATION, location);
        }
        return response.build();
    }
}
