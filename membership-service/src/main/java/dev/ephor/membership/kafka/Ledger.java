package dev.ephor.membership.kafka;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.kafka.Deadlines.Due;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the store holds of a key.
 *
 * @param origins where each live or scheduled activation came from, by its id
 * @param lately what was said last, to be said again after a crash: this state is written before
 *     the events leave
 */
record Ledger(Grants grants, Map<String, Origin> origins, List<Kept> lately) {

    static Ledger none(MembershipKey key) {
        return new Ledger(Grants.none(key), Map.of(), List.of());
    }

    Ledger {
        origins = Map.copyOf(origins);
        lately = List.copyOf(lately);
    }

    /**
     * @param approval the id of the approval's event
     */
    record Origin(String approval, @Nullable String traceparent) {}

    /** When something was said last. */
    Instant saidAt() {
        return lately.isEmpty() ? Instant.EPOCH : lately.getLast().time();
    }

    /** When time alone changes it next. */
    Optional<Due> due() {
        return grants.nextDue().map(at -> Due.at(at, grants.key().toString()));
    }

    @Nullable String lastSaid() {
        return lately.isEmpty() ? null : lately.getLast().id();
    }
}
