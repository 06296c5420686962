package dev.ephor.approval.application;

import dev.ephor.events.Envelope;
import dev.ephor.events.ResponseEvent;
import dev.ephor.events.ResponseEvent.ResponseBegun;
import dev.ephor.events.ResponseEvent.SuspensionEnded;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Hears who is suspended and who no longer is: nobody decides meanwhile. */
@ApplicationScoped
public class HearingResponses {
    private final Suspensions suspensions;
    private final WakingApprovals waking;
    private final Clock clock;

    HearingResponses(Suspensions suspensions, WakingApprovals waking, Clock clock) {
        this.suspensions = suspensions;
        this.waking = waking;
        this.clock = clock;
    }

    @Transactional
    public void hear(Envelope<ResponseEvent> event) {
        switch (event.data()) {
            case ResponseBegun begun when begun.suspends() && isOfPeople(begun.scope()) ->
                    suspensions.begin(begun.responseId(), begun.scope(), begun.until());
            case SuspensionEnded ended when isOfPeople(ended.scope()) -> end(ended);
            default -> {}
        }
    }

    private void end(SuspensionEnded ended) {
        suspensions.end(ended.responseId());
        String person = ended.scope().id();
        if (person != null) {
            waking.whatWasVotedFor(ended.scope().tenant(), person, clock.instant());
        }
    }

    /** Suspended access to a group or an application takes nobody's word away. */
    private static boolean isOfPeople(Scope scope) {
        return scope.kind() == ScopeKind.PRINCIPAL || scope.kind() == ScopeKind.TENANT;
    }
}
