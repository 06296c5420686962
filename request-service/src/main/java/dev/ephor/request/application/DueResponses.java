package dev.ephor.request.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Which responses have something to do. */
@ApplicationScoped
class DueResponses {
    private static final int BATCH = 100;

    private final KeepResponses responses;

    DueResponses(KeepResponses responses) {
        this.responses = responses;
    }

    @Transactional
    List<String> by(Instant now) {
        return responses.due(now, BATCH);
    }

    @Transactional
    Optional<Instant> next() {
        return responses.nextDue();
    }
}
