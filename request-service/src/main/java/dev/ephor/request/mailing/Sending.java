package dev.ephor.request.mailing;

import dev.ephor.kit.time.DueTimer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Sends what waits, as soon as the transaction that wrote it has committed. A mail is locked while
 * it is sent and marked in the same transaction, so that several instances never send the same one.
 *
 * <p>A mail is sent twice where the server took it and the mark was not committed: a crash in
 * between, or an answer that comes after our patience has ended. Both then have the same {@code
 * Message-ID}, by which mail systems know a duplicate.
 */
@ApplicationScoped
class Sending {
    private static final Logger LOG = Logger.getLogger(Sending.class);
    private static final Duration REMEMBERED = Duration.ofDays(30);

    private final Outbox outbox;
    private final Delivery delivery;
    private final MeterRegistry metrics;
    private final Clock clock;
    private final DueTimer timer;
    private final Patience patience = new Patience();
    private volatile boolean stopping;

    Sending(Outbox outbox, Delivery delivery, MeterRegistry metrics, Clock clock) {
        this.outbox = outbox;
        this.delivery = delivery;
        this.metrics = metrics;
        this.clock = clock;
        this.timer = new DueTimer("mails", clock, this::settle);
    }

    void start(@Observes StartupEvent event) {
        timer.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        stopping = true;
        timer.stop();
    }

    void written(@Observes(during = TransactionPhase.AFTER_SUCCESS) MailsWait waiting) {
        timer.wakeBy(clock.instant());
    }

    private Optional<Instant> settle(Instant now) {
        if (now.isBefore(patience.until())) {
            return Optional.of(patience.until());
        }
        while (!stopping && QuarkusTransaction.requiringNew().call(this::sendNext)) {
            // Until nothing is due, or the server is away.
        }
        if (clock.instant().isBefore(patience.until())) {
            return Optional.of(patience.until());
        }
        return QuarkusTransaction.requiringNew()
                .call(
                        () -> {
                            outbox.forget(clock.instant().minus(REMEMBERED));
                            return outbox.nextDue();
                        });
    }

    /** Whether there may be more to send now. */
    private boolean sendNext() {
        Optional<Mail> due = outbox.claim(clock.instant());
        return due.isPresent() && send(due.get());
    }

    private boolean send(Mail mail) {
        Delivery.Outcome outcome = delivery.deliver(mail);
        Instant now = clock.instant();
        metrics.counter("ephor.mails", "outcome", outcome.name()).increment();
        return switch (outcome) {
            case Delivery.Sent _ -> {
                outbox.sent(mail, now);
                patience.renew();
                yield true;
            }
            case Delivery.Refused refused -> {
                LOG.warnf("Mail %s is not sent: %s", mail.id(), refused.why());
                outbox.giveUp(mail, now, refused.why());
                yield true;
            }
            case Delivery.Away away -> {
                if (patience.isNew()) {
                    LOG.warnf("Mails wait: the mail server is away: %s", away.why());
                }
                outbox.postpone(mail, away.why(), patience.after(now));
                yield false;
            }
        };
    }
}
