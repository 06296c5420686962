package dev.ephor.request.application;

import dev.ephor.events.Assurance;
import dev.ephor.events.Envelope;
import dev.ephor.events.SignalEvent.TicketClosed;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.time.DeterministicId;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Drop;
import dev.ephor.request.domain.Held;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A closed ticket ends every activation that was asked for with it. */
@ApplicationScoped
public class ClosingTickets {
    private static final Assurance NOBODY = new Assurance(null, List.of(), List.of(), null);

    private final ActivationDecider decider;
    private final KeepActivations activations;
    private final SayingRequests saying;
    private final Clock clock;

    ClosingTickets(
            ActivationDecider decider,
            KeepActivations activations,
            SayingRequests saying,
            Clock clock) {
        this.decider = decider;
        this.activations = activations;
        this.saying = saying;
        this.clock = clock;
    }

    /** The same in a transaction of its own. */
    @Transactional
    public void closeNow(Envelope<TicketClosed> signal) {
        close(signal);
    }

    /** To be called inside a transaction. */
    public void close(Envelope<TicketClosed> signal) {
        TicketClosed closed = signal.data();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String reason =
                "The ticket %s was closed by %s.".formatted(closed.number(), closed.closedBy());
        int holder = 0;
        for (Held held : activations.lockHolders(closed.tenant(), closed.number())) {
            String id = DeterministicId.of(signal.id(), String.valueOf(holder++));
            var asking = new Asking(id, Command.EPHOR, NOBODY, false, false, now);
            var drop = new Drop(asking, activation -> isOf(activation, closed), reason, true);
            saying.say(held, decider.decide(drop, held), Cause.of(signal, now));
        }
    }

    private static boolean isOf(Activation activation, TicketClosed closed) {
        var ticket = activation.request().ticket();
        return ticket != null
                && closed.number().equals(ticket.number())
                && (closed.system() == null || closed.system().equalsIgnoreCase(ticket.system()));
    }
}
