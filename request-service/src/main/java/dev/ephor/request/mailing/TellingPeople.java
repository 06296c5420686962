package dev.ephor.request.mailing;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.kit.inbox.Heard;
import dev.ephor.kit.journal.Outage;
import dev.ephor.kit.journal.Said;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Writes down which mails follow from an event, in the transaction that says or hears it: as sure
 * as the event itself, and once.
 */
@ApplicationScoped
class TellingPeople {
    private static final Logger LOG = Logger.getLogger(TellingPeople.class);

    private final Known known;
    private final Outbox outbox;
    private final Clock clock;
    private final MeterRegistry metrics;
    private final jakarta.enterprise.event.Event<MailsWait> waiting;

    TellingPeople(
            Known known,
            Outbox outbox,
            Clock clock,
            MeterRegistry metrics,
            jakarta.enterprise.event.Event<MailsWait> waiting) {
        this.known = known;
        this.outbox = outbox;
        this.clock = clock;
        this.metrics = metrics;
        this.waiting = waiting;
    }

    void said(@Observes Said said) {
        tell(said.events());
    }

    void heard(@Observes Heard heard) {
        tell(heard.events());
    }

    private void tell(List<Envelope<? extends Event>> events) {
        int written = 0;
        for (Envelope<? extends Event> event : events) {
            written += tell(event);
        }
        if (written > 0) {
            waiting.fire(new MailsWait());
        }
    }

    /** A mail that cannot be written must not undo what it would have told. */
    private int tell(Envelope<? extends Event> event) {
        try {
            return write(event);
        } catch (RuntimeException e) {
            if (Outage.isBehind(e)) {
                throw e;
            }
            LOG.errorf(e, "Nobody is told of event %s", event.id());
            metrics.counter("ephor.mails", "outcome", "unwritten").increment();
            return 0;
        }
    }

    private int write(Envelope<? extends Event> event) {
        Instant now = clock.instant();
        String what = what(event);
        Set<String> told = new HashSet<>();
        for (Telling telling : new Tellings(known).of(event.data())) {
            var recipients = Recipients.of(telling, tenant(event.data()), event.data(), known);
            metrics.counter("ephor.mails", "outcome", "unaddressed")
                    .increment(recipients.unaddressed());
            recipients.addresses().stream()
                    .filter(told::add)
                    .forEach(to -> outbox.add(Mail.of(what, to, telling.notice(), now)));
        }
        return told.size();
    }

    /** Two events from which the same mail follows have one name, so that it is told once. */
    private static String what(Envelope<? extends Event> event) {
        return switch (event.data()) {
            case WindowClosed e -> "ended/" + e.activationId();
            case ActivationEnded e -> "ended/" + e.activationId();
            default -> event.id();
        };
    }

    private static String tenant(Event event) {
        return switch (event) {
            case AboutMembership about -> about.key().tenant();
            case CatalogEvent catalog -> catalog.tenant();
            default -> "";
        };
    }
}
