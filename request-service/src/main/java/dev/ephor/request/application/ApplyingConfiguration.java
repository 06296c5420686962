package dev.ephor.request.application;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.domain.Eligibility;
import io.quarkus.narayana.jta.runtime.TransactionConfiguration;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An operator's configuration takes effect: what differs from what stands is kept and said, in one
 * transaction. Applying the same again says nothing.
 */
@ApplicationScoped
public class ApplyingConfiguration {
    /** Seconds; tens of thousands of new things take a minute on a machine with much to do. */
    private static final int PATIENCE = 15 * 60;

    private final KeepConfiguration kept;
    private final SayingCatalog saying;
    private final LosingEligibility losing;
    private final Journal journal;
    private final Event<EligibilityChanged> changed;
    private final Ids ids;

    ApplyingConfiguration(
            KeepConfiguration kept,
            SayingCatalog saying,
            LosingEligibility losing,
            Journal journal,
            Event<EligibilityChanged> changed,
            Ids ids) {
        this.kept = kept;
        this.saying = saying;
        this.losing = losing;
        this.journal = journal;
        this.changed = changed;
        this.ids = ids;
    }

    /**
     * Who applies it, and to what.
     *
     * @param tenant the only one that it may speak of; null: all
     */
    public record Order(String by, @Nullable String tenant, Cause cause) {}

    /** What applying it would change. */
    @Transactional
    public List<Difference> plan(Configuration wanted, @Nullable String tenant, Instant now) {
        return deviation(wanted, tenant, now).differences();
    }

    /** Makes everything as wanted, and tells what changed. */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE)
    public List<Difference> apply(Configuration wanted, Order order) {
        kept.lock();
        List<Difference> differences = change(wanted, order);
        kept.applied(order.tenant(), null, order.cause().at());
        return differences;
    }

    /** Whether a file with this fingerprint is that of the last start, and need not be read. */
    @Transactional
    public boolean isApplied(String fingerprint) {
        return kept.fingerprint().equals(Optional.of(fingerprint));
    }

    /**
     * Makes everything as in the file of a start, unless that is the file of the last start: what
     * was changed through the API since then stays.
     *
     * @param fingerprint of the file
     * @return what changed; empty: it was applied before
     */
    @Transactional
    @TransactionConfiguration(timeout = PATIENCE)
    public Optional<List<Difference>> applyAtStart(
            Configuration wanted, String fingerprint, Order order) {
        kept.lock();
        if (isApplied(fingerprint)) {
            return Optional.empty();
        }
        List<Difference> differences = change(wanted, order);
        kept.applied(null, fingerprint, order.cause().at());
        return Optional.of(differences);
    }

    private Deviation deviation(Configuration wanted, @Nullable String tenant, Instant now) {
        return Deviation.of(kept, wanted, tenant, now, ids::next);
    }

    private List<Difference> change(Configuration wanted, Order order) {
        Deviation deviation = deviation(wanted, order.tenant(), order.cause().at());
        kept.keepEligibilities(deviation.eligibilities(), order.cause().at());
        journal.appendAll(
                Stream.concat(
                                saying.changes(deviation.catalog(), order.by(), order.cause()),
                                deviation.eligibilities().stream()
                                        .map(change -> entry(change, order)))
                        .toList());
        lose(deviation, order);
        // Whatever is due next: the timer looks.
        changed.fire(new EligibilityChanged(order.cause().at()));
        return deviation.differences();
    }

    /** By principal, so that two who lock the same principals lock them in the same order. */
    private void lose(Deviation deviation, Order order) {
        deviation.eligibilities().stream()
                .filter(change -> change.after() == null)
                .map(change -> said(change, order))
                .sorted(Comparator.comparing(event -> event.key().principal()))
                .forEach(event -> losing.hear(event, order.cause()));
    }

    private static Journal.Entry entry(Change<Eligibility> change, Order order) {
        EligibilityEvent said = said(change, order);
        String id = ((EligibilityEvent.OfEligibility) said).eligibilityId();
        return new Journal.Entry(
                "eligibility/" + id,
                change.before() == null ? 0 : change.version(),
                List.of(said),
                order.cause());
    }

    private static EligibilityEvent said(Change<Eligibility> change, Order order) {
        Eligibility after = change.after();
        Instant now = order.cause().at();
        if (after == null) {
            Eligibility before = Objects.requireNonNull(change.before());
            return new EligibilityRemoved(
                    before.key(),
                    before.id(),
                    now,
                    "It is not configured any more.",
                    null,
                    order.by());
        }
        if (change.before() == null) {
            return new EligibilityAssigned(
                    after.key(), after.id(), after.start(), after.end(), null, order.by(), null);
        }
        return new EligibilityUpdated(
                after.key(), after.id(), after.start(), after.end(), null, order.by(), null, now);
    }
}
