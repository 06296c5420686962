package dev.ephor.membership.domain;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of one membership: its live and scheduled grants, whose union is what is
 * wanted, and what the directory confirmed. Immutable; {@link MembershipDecider#evolve} makes the
 * next.
 */
public record Grants(
        MembershipKey key,
        List<Grant> grants,
        Past past,
        Wanted wanted,
        Confirmation confirmation,
        Found found) {
    private static final Comparator<Grant> BY_TIME =
            Comparator.comparing(Grant::due)
                    // At one instant the next window opens before the last one closes: no gap.
                    .thenComparing(Grant::live)
                    .thenComparing(Grant::activationId);

    /**
     * @param found null in a state that was written before anything was found
     */
    public Grants(
            MembershipKey key,
            List<Grant> grants,
            Past past,
            Wanted wanted,
            Confirmation confirmation,
            @Nullable Found found) {
        this.key = key;
        this.grants = List.copyOf(grants);
        this.past = past;
        this.wanted = wanted;
        this.confirmation = confirmation;
        this.found = found == null ? Found.NOTHING : found;
    }

    public static Grants none(MembershipKey key) {
        return new Grants(
                key, List.of(), Past.NOTHING, Wanted.NEVER, Confirmation.NONE, Found.NOTHING);
    }

    public Optional<Grant> grant(String activationId) {
        return grants.stream().filter(g -> g.activationId().equals(activationId)).findFirst();
    }

    public Stream<Grant> live() {
        return grants.stream().filter(Grant::live);
    }

    /** When time alone changes something next. */
    public Optional<Instant> nextDue() {
        Stream<Instant> revert = drift().map(Drift::due).stream();
        return Stream.concat(grants.stream().map(Grant::due), revert)
                .min(Comparator.naturalOrder());
    }

    /** What time alone has brought about, in its order. */
    public List<Command> dueBy(Instant now) {
        Stream<Command> windows =
                grants.stream()
                        .filter(g -> !g.due().isAfter(now))
                        .sorted(BY_TIME)
                        .map(g -> commandFor(g, now));
        Stream<Command> revert =
                drift().<Command>map(d -> new Command.Revert(d.id(), now)).stream();
        return Stream.concat(windows, revert).toList();
    }

    /** Drift that is known and not over. */
    public Optional<Drift> drift() {
        return Optional.ofNullable(found.drift());
    }

    /** Whether a removal was confirmed this short a time before. */
    boolean wasRemovedWithin(Duration time, Instant now) {
        Instant at = confirmation.at();
        return !wanted.present() && at != null && now.isBefore(at.plus(time));
    }

    /**
     * Whether a membership that the directory has already must be somebody else's: this is the
     * first that is asked in this generation, and nothing that Ephor did before can be meant.
     */
    private boolean mayFindStanding() {
        return wanted.present()
                && !found.standing()
                && confirmation.attempts() == 0
                && isFirstOfGeneration()
                && live().allMatch(g -> g.activationId().equals(wanted.activationId()))
                && wasGoneForLong();
    }

    /** Whether nothing was confirmed of this generation, and the one before was. */
    boolean isFirstOfGeneration() {
        return confirmation.generation() == wanted.generation() - 1;
    }

    private boolean wasGoneForLong() {
        Instant gone = confirmation.at();
        Instant since = wanted.since();
        return wanted.generation() == 1
                || (gone != null && since != null && since.isAfter(gone.plus(Drifting.LATE)));
    }

    /** When a removal that nobody confirmed is too old to be kept quiet about; empty: it is not. */
    public Optional<Instant> alarmAt(Duration age) {
        return !wanted.present() && !confirmation.stuck() && outstanding()
                ? Optional.ofNullable(wanted.since()).map(since -> since.plus(age))
                : Optional.empty();
    }

    /** Whether some window, opened or not, gives the membership at this time. */
    public boolean grantedAt(Instant now) {
        return grants.stream().anyMatch(g -> !now.isBefore(g.start()) && now.isBefore(g.end()));
    }

    /** Whether the directory has not confirmed what is wanted, for every live grant. */
    public boolean outstanding() {
        return confirmation.generation() != wanted.generation()
                || grants.stream().anyMatch(Grant::unconfirmed);
    }

    /** What the directory is to be asked for; empty when it confirmed everything. */
    public Optional<Order> order() {
        return outstanding() ? Optional.of(orderAsOf(dueSince())) : Optional.empty();
    }

    /**
     * What a directory that ends memberships by itself is to be told of, beside what {@link #order}
     * asks: the end of the windows moved since the state before.
     */
    public Optional<Order> orderOfBound(Grants before, Instant now) {
        return wanted.present() && before.wanted.present() && Bound.moved(before, this)
                ? Optional.of(orderAsOf(now))
                : Optional.empty();
    }

    /** What the directory should hold, whether or not it confirmed so. */
    private Order orderAsOf(Instant asOf) {
        return new Order(
                key,
                askedFor(),
                wanted.generation(),
                change(),
                asOf,
                confirmation.generation() == wanted.generation(),
                mayFindStanding(),
                wanted.present() ? Bound.of(this) : null,
                confirmation.attempts());
    }

    /** The activation in whose name the directory is asked. */
    String askedFor() {
        return grants.stream()
                .filter(Grant::unconfirmed)
                .map(Grant::activationId)
                .findFirst()
                .orElseGet(() -> Objects.requireNonNull(wanted.activationId()));
    }

    Change change() {
        return wanted.present() ? Change.GRANT : Change.WITHDRAW;
    }

    private Instant dueSince() {
        return grants.stream()
                .filter(Grant::unconfirmed)
                .map(Grant::start)
                .max(Comparator.naturalOrder())
                .orElseGet(() -> Objects.requireNonNull(wanted.since()));
    }

    private static Command commandFor(Grant grant, Instant now) {
        return grant.live()
                ? new Command.Close(grant.activationId(), new Ending.Expired(), now)
                : new Command.Open(grant.activationId(), now);
    }

    Grants with(Grant grant) {
        var more = new ArrayList<>(grants);
        more.add(grant);
        return new Grants(key, more, past, wanted, confirmation, found);
    }

    Grants with(Past newPast) {
        return new Grants(key, grants, newPast, wanted, confirmation, found);
    }

    Grants with(Found newer) {
        return new Grants(key, grants, past, wanted, confirmation, newer);
    }

    Grants with(Confirmation newer) {
        return new Grants(key, grants, past, wanted, newer, found);
    }

    /** Wants something else, whose failures are counted anew. */
    Grants with(Wanted newer) {
        return new Grants(key, grants, past, newer, confirmation.anew(), found);
    }

    Grants changing(String activationId, UnaryOperator<Grant> change) {
        var changed =
                grants.stream()
                        .map(g -> g.activationId().equals(activationId) ? change.apply(g) : g)
                        .toList();
        return new Grants(key, changed, past, wanted, confirmation, found);
    }

    /** Without the grant, which is remembered as closed. */
    Grants closing(String activationId) {
        Instant approvedAt = grant(activationId).map(Grant::approvedAt).orElse(Instant.EPOCH);
        var left = grants.stream().filter(g -> !g.activationId().equals(activationId)).toList();
        Past closed = past.closing(activationId, approvedAt);
        return new Grants(key, left, closed, wanted, confirmation, found);
    }
}
