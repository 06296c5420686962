package dev.ephor.request.application;

import dev.ephor.events.Envelope;
import dev.ephor.events.Scope;
import dev.ephor.events.SignalEvent;
import dev.ephor.events.SignalEvent.PrincipalDeactivated;
import dev.ephor.events.SignalEvent.ResumeAccess;
import dev.ephor.events.SignalEvent.RevokeAccess;
import dev.ephor.events.SignalEvent.RevokeMembership;
import dev.ephor.events.SignalEvent.SuspendAccess;
import dev.ephor.events.SignalEvent.TicketClosed;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.domain.ObjectId;
import dev.ephor.request.domain.Order;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Does what a believed signal says; inside a transaction of the caller's. */
@ApplicationScoped
public class HearingSignals {
    private final Responding responding;
    private final ResumingAccess resuming;
    private final ClosingTickets closing;
    private final Clock clock;

    HearingSignals(
            Responding responding, ResumingAccess resuming, ClosingTickets closing, Clock clock) {
        this.responding = responding;
        this.resuming = resuming;
        this.closing = closing;
        this.clock = clock;
    }

    /**
     * @param producer the name of who sent it
     */
    public void hear(Envelope<? extends SignalEvent> signal, String producer) {
        String id = DeterministicId.of(signal.source(), signal.id());
        Cause cause = Cause.of(signal, clock.instant().truncatedTo(ChronoUnit.MICROS));
        switch (signal.data()) {
            case RevokeMembership e -> respond(order(id, e, producer), cause);
            case RevokeAccess e -> respond(order(id, e, producer), cause);
            case SuspendAccess e -> respond(order(id, e, producer), cause);
            case PrincipalDeactivated e -> respond(order(id, e, producer), cause);
            case ResumeAccess e ->
                    resuming.resume(
                            ObjectId.canonical(e.scope()), e.requestedBy(), e.reason(), cause);
            case TicketClosed _ -> closing.close(signal.as(TicketClosed.class));
        }
    }

    private void respond(Order order, Cause cause) {
        responding.begin(order, cause);
    }

    private static Order order(String id, RevokeMembership e, String producer) {
        return new Order(
                id,
                ObjectId.canonical(Scope.membership(e.key())),
                true,
                false,
                null,
                e.requestedBy(),
                producer,
                e.reason(),
                micros(e.requestedAt()));
    }

    private static Order order(String id, RevokeAccess e, String producer) {
        return new Order(
                id,
                ObjectId.canonical(e.scope()),
                true,
                e.suspend(),
                e.suspend() ? e.until() : null,
                e.requestedBy(),
                producer,
                e.reason(),
                micros(e.requestedAt()));
    }

    private static Order order(String id, SuspendAccess e, String producer) {
        return new Order(
                id,
                ObjectId.canonical(e.scope()),
                false,
                true,
                e.until(),
                e.requestedBy(),
                producer,
                e.reason(),
                micros(e.requestedAt()));
    }

    private static Order order(String id, PrincipalDeactivated e, String producer) {
        return new Order(
                id,
                ObjectId.canonical(Scope.principal(e.tenant(), e.principal())),
                true,
                true,
                null,
                e.deactivatedBy(),
                producer,
                e.reason() == null ? "The principal was deactivated." : e.reason(),
                micros(e.deactivatedAt()));
    }

    /** Which are what the database keeps. */
    private static Instant micros(Instant at) {
        return at.truncatedTo(ChronoUnit.MICROS);
    }
}
