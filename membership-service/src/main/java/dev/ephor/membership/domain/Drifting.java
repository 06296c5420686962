package dev.ephor.membership.domain;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftEvent.RevertBegun;
import dev.ephor.events.DriftEvent.RevertStopped;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.ObservationEvent.DriftAccepted;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.events.ObservationEvent.RevertCanceled;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What it means that the directory has something else than what is wanted. */
final class Drifting {
    /**
     * For so long after a removal a membership that is there again is an effect of Ephor's own that
     * came late, or a removal undone: it is removed again at once, whatever the policy.
     */
    static final Duration LATE = Duration.ofMinutes(10);

    private Drifting() {}

    static List<AboutMembership> sighted(MembershipSighted s, Grants state) {
        if (state.outstanding() || !isNewer(s.sightedAt(), state)) {
            return List.of();
        }
        Optional<Drift> known = state.drift();
        if (s.present() == state.wanted().present()) {
            return known.<List<AboutMembership>>map(
                            d -> List.of(ended(d, Outcome.GONE, state, s.sightedAt())))
                    .orElse(List.of());
        }
        if (!s.present() && state.live().findAny().isEmpty()) {
            // A standing membership that its owner ended.
            return List.of(s);
        }
        return known.map(d -> changed(d, s, state)).orElseGet(() -> List.of(detected(s, state)));
    }

    private static boolean isNewer(Instant at, Grants state) {
        Instant since = state.wanted().since();
        Instant confirmed = state.confirmation().at();
        return at.isAfter(state.found().seenAt())
                && (since == null || at.isAfter(since))
                && (confirmed == null || at.isAfter(confirmed));
    }

    private static DriftDetected detected(MembershipSighted s, Grants state) {
        Difference kind = s.present() ? Difference.UNGRANTED : Difference.VANISHED;
        return new DriftDetected(s.key(), s.sightingId(), kind, revertAt(s, state), s.sightedAt());
    }

    private static @Nullable Instant revertAt(MembershipSighted s, Grants state) {
        return s.present() && state.wasRemovedWithin(LATE, s.sightedAt())
                ? s.sightedAt()
                : s.revertAt();
    }

    /** It is there still; the policy may want something else by now. */
    private static List<AboutMembership> changed(Drift d, MembershipSighted s, Grants state) {
        Instant revertAt = revertAt(s, state);
        boolean same = (d.revertAt() == null) == (revertAt == null);
        return same || d.stage() != Drift.Stage.REPORTED
                ? List.of()
                : List.of(new DriftDetected(s.key(), d.id(), d.kind(), revertAt, d.detectedAt()));
    }

    static List<AboutMembership> revert(String driftId, Grants state, Instant now) {
        return state.drift()
                .filter(d -> d.id().equals(driftId))
                .filter(d -> d.due() != null && !now.isBefore(d.due()))
                .<List<AboutMembership>>map(
                        d ->
                                List.of(
                                        new RevertBegun(
                                                state.key(),
                                                d.id(),
                                                d.kind(),
                                                state.wanted().generation() + 1,
                                                now)))
                .orElse(List.of());
    }

    static List<AboutMembership> accepted(DriftAccepted a, Grants state) {
        return state.drift()
                .filter(d -> d.id().equals(a.driftId()) && d.isAcceptable())
                .<List<AboutMembership>>map(d -> List.of(accepted(d, a)))
                .orElse(List.of());
    }

    private static DriftEnded accepted(Drift d, DriftAccepted a) {
        return new DriftEnded(
                a.key(),
                d.id(),
                d.kind(),
                Outcome.ACCEPTED,
                a.by(),
                a.reason(),
                d.detectedAt(),
                a.acceptedAt());
    }

    static List<AboutMembership> stopped(RevertCanceled c, Grants state) {
        return state.drift()
                .filter(d -> d.id().equals(c.driftId()) && d.due() != null)
                .<List<AboutMembership>>map(
                        d ->
                                List.of(
                                        new RevertStopped(
                                                c.key(),
                                                d.id(),
                                                d.kind(),
                                                c.by(),
                                                c.reason(),
                                                c.canceledAt())))
                .orElse(List.of());
    }

    static DriftEnded ended(Drift d, Outcome outcome, Grants state, Instant at) {
        return new DriftEnded(
                state.key(), d.id(), d.kind(), outcome, null, null, d.detectedAt(), at);
    }

    /** Adds that drift is over where something else is wanted than when it was found. */
    static List<AboutMembership> superseding(
            List<AboutMembership> said, Grants before, Instant now) {
        if (said.isEmpty() || before.drift().isEmpty()) {
            return said;
        }
        Grants after = before;
        for (AboutMembership event : said) {
            after = Evolving.evolve(after, event);
        }
        Wanted wanted = after.wanted();
        boolean otherwise = wanted.generation() != before.wanted().generation();
        var drift = after.drift().filter(d -> !d.fits(wanted) || isOvertaken(d, wanted, otherwise));
        var all = new ArrayList<>(said);
        drift.map(d -> ended(d, Outcome.SUPERSEDED, before, now)).ifPresent(all::add);
        return all;
    }

    /** A revert under way ends where a window opened or closed meanwhile. */
    private static boolean isOvertaken(Drift d, Wanted wanted, boolean otherwise) {
        return otherwise
                && d.stage() == Drift.Stage.REVERTING
                && !d.id().equals(wanted.activationId());
    }
}
