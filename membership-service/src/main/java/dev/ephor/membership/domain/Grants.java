package dev.ephor.membership.domain;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

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
        Confirmation confirmation) {
    private static final Comparator<Grant> BY_TIME =
            Comparator.comparing(Grant::due)
                    // At one instant the next window opens before the last one closes: no gap.
                    .thenComparing(Grant::live)
                    .thenComparing(Grant::activationId);

    public Grants {
        grants = List.copyOf(grants);
    }

    public static Grants none(MembershipKey key) {
        return new Grants(key, List.of(), Past.NOTHING, Wanted.NEVER, Confirmation.NONE);
    }

    public Optional<Grant> grant(String activationId) {
        return grants.stream().filter(g -> g.activationId().equals(activationId)).findFirst();
    }

    public Stream<Grant> live() {
        return grants.stream().filter(Grant::live);
    }

    /** When time alone changes something next. */
    public Optional<Instant> nextDue() {
        return grants.stream().map(Grant::due).min(Comparator.naturalOrder());
    }

    /** What time alone has brought about, in its order. */
    public List<Command> dueBy(Instant now) {
        return grants.stream()
                .filter(g -> !g.due().isAfter(now))
                .sorted(BY_TIME)
                .map(g -> commandFor(g, now))
                .toList();
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
        return outstanding() ? Optional.of(present()) : Optional.empty();
    }

    /** What the directory should hold, whether or not it confirmed so. */
    private Order present() {
        return new Order(
                key,
                askedFor(),
                wanted.generation(),
                change(),
                asOf(),
                confirmation.generation() == wanted.generation(),
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

    private Instant asOf() {
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
        return new Grants(key, more, past, wanted, confirmation);
    }

    Grants with(Past newPast) {
        return new Grants(key, grants, newPast, wanted, confirmation);
    }

    Grants with(Confirmation newer) {
        return new Grants(key, grants, past, wanted, newer);
    }

    /** Wants something else, whose failures are counted anew. */
    Grants with(Wanted newer) {
        return new Grants(key, grants, past, newer, confirmation.anew());
    }

    Grants changing(String activationId, UnaryOperator<Grant> change) {
        var changed =
                grants.stream()
                        .map(g -> g.activationId().equals(activationId) ? change.apply(g) : g)
                        .toList();
        return new Grants(key, changed, past, wanted, confirmation);
    }

    /** Without the grant, which is remembered as closed. */
    Grants closing(String activationId) {
        Instant approvedAt = grant(activationId).map(Grant::approvedAt).orElse(Instant.EPOCH);
        var left = grants.stream().filter(g -> !g.activationId().equals(activationId)).toList();
        Past closed = past.closing(activationId, approvedAt);
        return new Grants(key, left, closed, wanted, confirmation);
    }
}
