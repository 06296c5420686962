package dev.ephor.request.application;

import dev.ephor.events.Scope;
import dev.ephor.kit.journal.Cause;
import dev.ephor.request.application.KeepResponses.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;

/** Ends suspensions. */
@ApplicationScoped
public class ResumingAccess {
    private final KeepResponses responses;
    private final SayingResponses saying;

    ResumingAccess(KeepResponses responses, SayingResponses saying) {
        this.responses = responses;
        this.saying = saying;
    }

    /** Those of exactly this scope; their ids. */
    @Transactional
    public List<String> resume(Scope scope, String by, String reason, Cause cause) {
        var resumed = new ArrayList<String>();
        for (Kept kept : responses.lockStanding(scope)) {
            kept.response()
                    .resume(by, reason, cause.at())
                    .map(event -> saying.say(kept, event, cause))
                    .ifPresent(after -> resumed.add(after.response().order().id()));
        }
        return resumed;
    }
}
