package dev.ephor.request.rest;

import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.Viewer;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.ObjectId;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The caller in the words of the application; here time and ids come in. */
@ApplicationScoped
class Callers {
    private final Caller caller;
    private final Ids ids;
    private final Clock clock;

    Callers(Caller caller, Ids ids, Clock clock) {
        this.caller = caller;
        this.ids = ids;
        this.clock = clock;
    }

    /** Who asks; what an application without a user may ask for is a rule's to say. */
    Asking asking() {
        // Microseconds are what the database keeps.
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        return new Asking(
                ids.next(),
                id(caller.principal()),
                caller.assurance(),
                caller.has("Ephor.Admin"),
                caller.isApplication(),
                now);
    }

    String tenant() {
        return id(caller.tenant());
    }

    @Nullable String traceparent() {
        return caller.traceparent().orElse(null);
    }

    Viewer viewer() {
        boolean seesAll = caller.has("Ephor.Admin") || caller.has("Ephor.Auditor");
        return new Viewer(tenant(), id(caller.principal()), seesAll);
    }

    private static String id(String claim) {
        if (!JsonMembers.isId(claim)) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "The token's oid or tid is not an object id.");
        }
        return ObjectId.canonical(claim);
    }
}
