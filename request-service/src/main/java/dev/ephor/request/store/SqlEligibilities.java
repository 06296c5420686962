package dev.ephor.request.store;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.KeepEligibilities;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.Eligible;
import dev.ephor.request.store.EligibilityRow.Origin;
import dev.ephor.request.store.EligibilityRow.State;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** Eligibilities in the table {@code eligibility}, and what was asked about them. */
@ApplicationScoped
class SqlEligibilities implements KeepEligibilities {
    private final Session database;

    SqlEligibilities(Session database) {
        this.database = database;
    }

    @Override
    public Eligible look(MembershipKey key) {
        EligibilityRow live = find(key, State.LIVE).orElse(null);
        EligibilityRow past = find(key, State.EXPIRED).orElse(null);
        return new Eligible(
                live == null ? null : live.eligibility(),
                past == null ? null : past.eligibility(),
                pending(key),
                live == null ? null : live.warned());
    }

    @Override
    public Eligible lock(MembershipKey key) {
        ConfigurationLock.share(database);
        PrincipalLock.take(database, key.tenant(), key.principal());
        return look(key);
    }

    @Override
    public long take(EligibilityEvent.OfEligibility event, Eligible after, Instant at) {
        if (event instanceof EligibilityAssigned assigned) {
            assign(assigned, after, at);
            return 0;
        }
        EligibilityRow row = EligibilityRow.findById(event.eligibilityId());
        long before = row.version++;
        change(row, event, after, at);
        return before;
    }

    private static void assign(EligibilityAssigned event, Eligible after, Instant at) {
        var row = new EligibilityRow();
        row.version = 1;
        row.state = State.LIVE;
        row.origin = Origin.REQUEST;
        row.createdAt = at;
        row.createdUsing = event.requestId();
        row.take(Objects.requireNonNull(after.live()), after.warned());
        // What ended in this transaction makes room for it: Hibernate would insert first.
        EligibilityRow.flush();
        row.persist();
    }

    private static void change(
            EligibilityRow row, EligibilityEvent.OfEligibility event, Eligible after, Instant at) {
        switch (event) {
            case EligibilityUpdated _, EligibilityExtended _ -> {
                row.take(Objects.requireNonNull(after.live()), after.warned());
                row.modifiedAt = at;
            }
            case EligibilityRemoved _ -> over(row, State.REMOVED, at);
            case EligibilityExpired _ -> over(row, State.EXPIRED, at);
            case EligibilityEnding _ -> row.warned(after.warned());
            case EligibilityAssigned _,
                    EligibilityExtensionRequested _,
                    EligibilityExtensionDenied _,
                    EligibilityExtensionCanceled _ -> {}
        }
    }

    private static void over(EligibilityRow row, State state, Instant at) {
        row.state = state;
        row.modifiedAt = at;
        row.dueAt = null;
    }

    @Override
    public void add(EligibilityRequest request) {
        RequestRow.of(request).persist();
    }

    @Override
    public void save(EligibilityRequest request) {
        RequestRow.<RequestRow>findById(request.id()).take(request);
    }

    @Override
    public List<MembershipKey> due(Instant by, int atMost) {
        return EligibilityRow.<EligibilityRow>find(
                        "state = ?1 and dueAt <= ?2", Sort.by("dueAt"), State.LIVE, by)
                .page(0, atMost)
                .stream()
                .map(row -> MembershipKey.parse(row.membershipKey))
                .toList();
    }

    @Override
    public Optional<Instant> nextDue() {
        return EligibilityRow.<EligibilityRow>find(
                        "state = ?1 and dueAt is not null", Sort.by("dueAt"), State.LIVE)
                .page(0, 1)
                .firstResultOptional()
                .map(row -> row.dueAt);
    }

    private static Optional<EligibilityRow> find(MembershipKey key, State state) {
        return EligibilityRow.<EligibilityRow>find(
                        "membershipKey = ?1 and state = ?2",
                        Sort.descending("endsAt"),
                        key.toString(),
                        state)
                .page(0, 1)
                .firstResultOptional();
    }

    private static @Nullable EligibilityRequest pending(MembershipKey key) {
        return RequestRow.<RequestRow>find(
                        "membershipKey = ?1 and live and kind = ?2",
                        key.toString(),
                        RequestRow.Kind.ELIGIBILITY)
                .firstResultOptional()
                .map(RequestRow::eligibilityRequest)
                .orElse(null);
    }
}
