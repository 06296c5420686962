package dev.ephor.audit.application;

import dev.ephor.audit.application.Accesses.Fact;
import dev.ephor.audit.application.Accesses.Origin;
import dev.ephor.audit.application.ReadEvent.Reading;
import dev.ephor.audit.sealing.Entry;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Keeps, from the log, who was a member when: only what a directory confirmed counts. */
@ApplicationScoped
class FollowingAccess implements LogFollower {
    private final ReadEvent events;
    private final Accesses accesses;

    FollowingAccess(ReadEvent events, Accesses accesses) {
        this.events = events;
        this.accesses = accesses;
    }

    @Override
    public String name() {
        return "access";
    }

    @Override
    public void take(List<Entry> entries) {
        for (Entry entry : entries) {
            if (read(entry) instanceof Reading.Known known) {
                follow(known.event().data(), entry.sequence());
            }
        }
    }

    /** What somebody damaged says nothing. */
    private Reading read(Entry entry) {
        try {
            return events.read(Leaf.read(entry.leaf()));
        } catch (IllegalArgumentException e) {
            return new Reading.UnknownType();
        }
    }

    private void follow(Event event, long sequence) {
        switch (event) {
            case ActivationGranted e ->
                    accesses.begun(
                            new Origin(e.key(), e.activationId(), null),
                            new Fact(e.confirmedAt(), sequence),
                            e.end());
            case WindowClosed e -> close(e, new Fact(e.closedAt(), sequence));
            case MembershipRemoved e ->
                    accesses.gone(e.key(), new Fact(e.confirmedAt(), sequence), null);
            case StuckClosed e -> accesses.gone(e.key(), new Fact(e.closedAt(), sequence), null);
            case DriftDetected e -> drift(e, new Fact(e.detectedAt(), sequence));
            case DriftEnded e -> end(e, new Fact(e.endedAt(), sequence));
            default -> {}
        }
    }

    private void close(WindowClosed event, Fact fact) {
        if (event.membershipEnds()) {
            accesses.closed(event.key(), event.activationId(), fact);
        } else {
            accesses.givenUp(event.key(), event.activationId(), fact);
        }
    }

    private void drift(DriftDetected event, Fact fact) {
        if (event.kind() == Difference.UNGRANTED) {
            accesses.begun(new Origin(event.key(), null, event.driftId()), fact, null);
        } else {
            accesses.gone(event.key(), fact, event.driftId());
        }
    }

    /** An accepted membership stays; one that is superseded is an activation's from now on. */
    private void end(DriftEnded event, Fact fact) {
        boolean isAccepted = event.outcome() == Outcome.ACCEPTED;
        if (event.kind() == Difference.UNGRANTED && !isAccepted) {
            accesses.explained(event.key(), event.driftId(), fact);
        }
        boolean isBack = event.outcome() == Outcome.REVERTED || event.outcome() == Outcome.GONE;
        if (event.kind() == Difference.VANISHED && isBack) {
            accesses.back(event.key(), event.driftId(), fact);
        }
    }
}
