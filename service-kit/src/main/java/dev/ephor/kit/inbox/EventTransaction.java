package dev.ephor.kit.inbox;

import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.kit.time.Stop;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Handles a poll's records: all in one transaction, and one by one where one of them spoils it. */
@ApplicationScoped
class EventTransaction {
    private static final Logger LOG = Logger.getLogger(EventTransaction.class);

    private final HandledEvents handled;
    private final DeadLetters deadLetters;
    private final MeterRegistry metrics;
    private final jakarta.enterprise.event.Event<Heard> observers;
    private final Stop stop = new Stop();

    EventTransaction(
            HandledEvents handled,
            DeadLetters deadLetters,
            MeterRegistry metrics,
            jakarta.enterprise.event.Event<Heard> observers) {
        this.handled = handled;
        this.deadLetters = deadLetters;
        this.metrics = metrics;
        this.observers = observers;
    }

    /** Ends every waiting; what is not handled by then comes again after the restart. */
    void stop() {
        stop.request();
    }

    void handle(Subscription subscription, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        List<Received> received = records.stream().map(Received::of).toList();
        try {
            QuarkusTransaction.requiringNew().run(() -> handleAll(subscription, received));
        } catch (RuntimeException e) {
            LOG.debugf(e, "%s handles %d events one by one", subscription.name(), received.size());
            for (Received one : received) {
                handleAlone(subscription, one);
            }
        }
    }

    void handle(RawSubscription subscription, List<ConsumerRecord<byte[], byte[]>> records)
            throws InterruptedException {
        var patience = new Patience(subscription.name(), stop);
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> subscription.acceptAll(records));
                return;
            } catch (RuntimeException e) {
                if (!patience.waitAfter(e)) {
                    throw new Unhandled(subscription.name(), e);
                }
            }
        }
    }

    private void handleAlone(Subscription subscription, Received one) throws InterruptedException {
        var patience = new Patience(subscription.name(), stop);
        while (true) {
            try {
                QuarkusTransaction.requiringNew().run(() -> handleAll(subscription, List.of(one)));
                return;
            } catch (RuntimeException e) {
                if (patience.isOver(e)) {
                    bury(subscription, one, e);
                    return;
                }
                if (!patience.waitAfter(e)) {
                    throw new Unhandled(subscription.name(), e);
                }
            }
        }
    }

    private void handleAll(Subscription subscription, List<Received> received) {
        var readable = new ArrayList<Received.Readable>();
        for (Received one : received) {
            Optional<Objection> objection = objection(subscription, one);
            if (objection.isPresent()) {
                deadLetters.bury(subscription, one.record(), objection.get());
            } else if (one instanceof Received.Readable r) {
                readable.add(r);
            } else {
                metrics.counter("ephor.events.skipped", "subscription", subscription.name())
                        .increment();
            }
        }
        List<Envelope<? extends Event>> unhandled = unhandled(subscription, readable);
        if (!unhandled.isEmpty()) {
            subscription.acceptAll(unhandled);
            observers.fire(new Heard(subscription.name(), unhandled));
        }
    }

    private static Optional<Objection> objection(Subscription subscription, Received one) {
        return one instanceof Received.Unreadable u
                ? Optional.of(new Objection(Objection.UNREADABLE, u.why()))
                : subscription.objection(one.record());
    }

    private List<Envelope<? extends Event>> unhandled(
            Subscription subscription, List<Received.Readable> readable) {
        if (readable.isEmpty()) {
            return List.of();
        }
        var fresh = new ArrayList<Envelope<? extends Event>>();
        Set<HandledEvents.Identity> marked =
                handled.mark(
                        subscription.name(),
                        readable.stream().map(r -> HandledEvents.identity(r.event())).toList());
        for (Received.Readable one : readable) {
            if (marked.remove(HandledEvents.identity(one.event()))) {
                fresh.add(one.event());
            }
        }
        return fresh;
    }

    /**
     * The handler fails for good: the event goes where a person sees it, and the partition goes on.
     */
    private void bury(Subscription subscription, Received one, RuntimeException why)
            throws InterruptedException {
        LOG.errorf(
                why,
                "%s cannot handle %s; it is a dead letter now",
                subscription.name(),
                Place.of(one.record()));
        var objection = new Objection(Objection.NOT_HANDLED, Patience.reason(why));
        var patience = new Patience(subscription.name(), stop);
        while (true) {
            try {
                QuarkusTransaction.requiringNew()
                        .run(() -> deadLetters.bury(subscription, one.record(), objection));
                return;
            } catch (RuntimeException e) {
                if (!patience.waitAfter(e)) {
                    throw new Unhandled(subscription.name(), e);
                }
            }
        }
    }
}
