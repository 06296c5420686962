package dev.ephor.request.application;

import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Removal;
import dev.ephor.request.domain.Weakening;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Keeps changes of the catalogue, whoever made them, and says them: weaker policies besides. */
@ApplicationScoped
class SayingCatalog {
    private final KeepConfiguration kept;

    SayingCatalog(KeepConfiguration kept) {
        this.kept = kept;
    }

    /** Keeps them as a file wants them; what is to be said comes back. */
    Stream<Journal.Entry> changes(List<Change<CatalogEvent>> changes, String by, Cause cause) {
        var after = new LinkedHashMap<String, Kept<CatalogEvent>>();
        changes.forEach(change -> after.put(change.key(), change.kept()));
        kept.keepCatalog(after, by, cause.at());
        return changes.stream().flatMap(change -> entries(change, by, cause));
    }

    /** What is to be said of a change. */
    static Stream<Journal.Entry> entries(Change<CatalogEvent> change, String by, Cause cause) {
        CatalogEvent before = change.before();
        CatalogEvent after = change.after();
        CatalogEvent said = after == null ? Removal.of(Objects.requireNonNull(before)) : after;
        var entry =
                new Journal.Entry(
                        "catalog/" + change.key(), change.version(), List.of(said), cause);
        if (before instanceof PolicyDefined was && after instanceof PolicyDefined is) {
            List<String> weaknesses = Weakening.between(was, is);
            if (!weaknesses.isEmpty()) {
                return Stream.of(entry, weakened(is, change.version(), weaknesses, by, cause));
            }
        }
        return Stream.of(entry);
    }

    /** A stream for each, because nothing ever follows it. */
    private static Journal.Entry weakened(
            PolicyDefined policy, long version, List<String> weaknesses, String by, Cause cause) {
        var event =
                new PolicyWeakened(
                        policy.tenant(),
                        policy.group(),
                        policy.access(),
                        by,
                        weaknesses,
                        cause.at());
        return new Journal.Entry(
                "catalog/%s/%d".formatted(event.partitionKey(), version), 0, List.of(event), cause);
    }
}
