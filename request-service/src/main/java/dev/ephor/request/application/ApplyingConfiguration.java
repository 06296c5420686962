package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Removal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An operator's configuration takes effect: what differs from what was applied last is kept and
 * said, in one transaction. Applying the same again says nothing.
 */
@ApplicationScoped
public class ApplyingConfiguration {
    private final KeepConfiguration kept;
    private final Journal journal;

    ApplyingConfiguration(KeepConfiguration kept, Journal journal) {
        this.kept = kept;
        this.journal = journal;
    }

    /**
     * Makes everything as wanted.
     *
     * @return how many things changed
     */
    @Transactional
    public int apply(Configuration wanted, Cause cause) {
        kept.lock();
        var catalog =
                Change.between(kept.catalog(), by(CatalogEvent::partitionKey, wanted.catalog()));
        var eligibilities =
                Change.between(kept.eligibilities(), by(Eligibility::id, wanted.eligibilities()));
        kept.keep(after(catalog), after(eligibilities), cause.at());
        journal.appendAll(
                Stream.concat(
                                entries("catalog/", catalog, ApplyingConfiguration::said, cause),
                                entries(
                                        "eligibility/",
                                        eligibilities,
                                        change -> said(change, cause.at()),
                                        cause))
                        .toList());
        return catalog.size() + eligibilities.size();
    }

    private static <T> Map<String, T> by(Function<T, String> key, List<T> things) {
        return things.stream()
                .collect(Collectors.toMap(key, t -> t, (_, last) -> last, LinkedHashMap::new));
    }

    private static <T> Map<String, Kept<T>> after(List<Change<T>> changes) {
        return changes.stream()
                .collect(
                        Collectors.toMap(
                                Change::key, Change::kept, (_, last) -> last, LinkedHashMap::new));
    }

    private static <T> Stream<Journal.Entry> entries(
            String kind, List<Change<T>> changes, Function<Change<T>, Event> event, Cause cause) {
        return changes.stream()
                .map(
                        change ->
                                new Journal.Entry(
                                        kind + change.key(),
                                        change.version(),
                                        List.of(event.apply(change)),
                                        cause));
    }

    private static CatalogEvent said(Change<CatalogEvent> change) {
        CatalogEvent after = change.after();
        return after == null ? Removal.of(Objects.requireNonNull(change.before())) : after;
    }

    private static Event said(Change<Eligibility> change, Instant now) {
        Eligibility after = change.after();
        if (after != null) {
            return new EligibilityAssigned(
                    after.key(), after.id(), after.start(), after.end(), null, "ephor", null);
        }
        Eligibility before = Objects.requireNonNull(change.before());
        return new EligibilityRemoved(
                before.key(), before.id(), now, "It is not configured any more.", null, "ephor");
    }
}
