package dev.ephor.approval.domain;

import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.Optional;

/** From when until when an approved activation gives the membership. */
record Window(Instant start, Instant end) {

    /**
     * The window of a request that is approved now: from its wanted start, or from now when that
     * has passed; cut at the eligibility's end. Empty when nothing of it is left.
     */
    static Optional<Window> of(ActivationRequested request, Instant approvedAt) {
        Instant start = later(request.start() == null ? approvedAt : request.start(), approvedAt);
        Instant end = start.plus(request.duration());
        Instant until = request.eligibleUntil();
        Instant cut = until != null && until.isBefore(end) ? until : end;
        return start.isBefore(cut) ? Optional.of(new Window(start, cut)) : Optional.empty();
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
