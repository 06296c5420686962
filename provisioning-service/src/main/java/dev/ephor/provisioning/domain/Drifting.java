package dev.ephor.provisioning.domain;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.events.TargetDriftEvent.TargetRevertBegun;
import dev.ephor.events.TargetDriftEvent.TargetRevertStopped;
import dev.ephor.provisioning.domain.Drift.Stage;
import dev.ephor.provisioning.domain.ProvisioningCommand.Accept;
import dev.ephor.provisioning.domain.ProvisioningCommand.Revert;
import dev.ephor.provisioning.domain.ProvisioningCommand.See;
import dev.ephor.provisioning.domain.ProvisioningCommand.Stop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What it means that a target has something else than what is wanted there. */
final class Drifting {
    /**
     * For so long after a removal became due a membership that is there again is an effect of
     * Ephor's own that came late, or a removal undone: it is removed again, whatever the policy.
     */
    static final Duration LATE = Duration.ofMinutes(10);

    private Drifting() {}

    static List<OfMembership> seen(See see, Provisioning state) {
        if (!see.standing().equals(state.standingAt(see.target()))) {
            // What is wanted, or how far it is, changed since the target was looked at.
            return List.of();
        }
        Drift known = state.drift(see.target()).orElse(null);
        return switch (state.standingAt(see.target()).wanted()) {
            case UNDECIDED -> List.of();
            case PRESENT -> compared(see, !see.present(), Difference.VANISHED, known, state);
            case ABSENT -> compared(see, see.present(), Difference.UNGRANTED, known, state);
        };
    }

    private static List<OfMembership> compared(
            See see, boolean differs, Difference kind, @Nullable Drift known, Provisioning state) {
        if (known == null) {
            return differs ? List.of(detected(see, kind, state)) : List.of();
        }
        if (!differs) {
            return known.isOpen()
                    ? List.of(ended(known, Outcome.GONE, state, see.at()))
                    : List.of();
        }
        Instant revertAt = revertAt(see, kind, state);
        boolean same = (known.revertAt() == null) == (revertAt == null);
        return same || known.stage() != Stage.REPORTED
                ? List.of()
                : List.of(told(known, revertAt, state));
    }

    private static TargetDriftDetected detected(See see, Difference kind, Provisioning state) {
        return new TargetDriftDetected(
                state.key(),
                see.driftId(),
                see.target(),
                kind,
                revertAt(see, kind, state),
                see.at());
    }

    private static @Nullable Instant revertAt(See see, Difference kind, Provisioning state) {
        boolean late =
                kind == Difference.UNGRANTED
                        && state.delivery(see.target())
                                .filter(Delivery::isWithdrawn)
                                .filter(d -> see.at().isBefore(d.since().plus(LATE)))
                                .isPresent();
        return late ? see.at() : see.revertAt();
    }

    private static TargetDriftDetected told(
            Drift drift, @Nullable Instant revertAt, Provisioning state) {
        return new TargetDriftDetected(
                state.key(),
                drift.id(),
                drift.target(),
                drift.kind(),
                revertAt,
                drift.detectedAt());
    }

    static List<OfMembership> revert(Revert revert, Provisioning state) {
        return state.drift(revert.target())
                .filter(d -> d.id().equals(revert.driftId()))
                .filter(d -> d.due() != null && !revert.at().isBefore(d.due()))
                .<List<OfMembership>>map(
                        d ->
                                List.of(
                                        revert.allowed()
                                                ? begun(d, state, revert.at())
                                                : told(d, null, state)))
                .orElse(List.of());
    }

    private static TargetRevertBegun begun(Drift drift, Provisioning state, Instant at) {
        return new TargetRevertBegun(
                state.key(),
                drift.id(),
                drift.target(),
                drift.kind(),
                state.wanted().generation(),
                at);
    }

    static List<OfMembership> stopped(Stop stop, Provisioning state) {
        return state.drift(stop.target())
                .filter(d -> d.due() != null)
                .<List<OfMembership>>map(
                        d ->
                                List.of(
                                        new TargetRevertStopped(
                                                state.key(),
                                                d.id(),
                                                d.target(),
                                                d.kind(),
                                                stop.by(),
                                                stop.reason(),
                                                stop.at())))
                .orElse(List.of());
    }

    static List<OfMembership> accepted(Accept accept, Provisioning state) {
        return state.drift(accept.target())
                .filter(Drift::isAcceptable)
                .<List<OfMembership>>map(
                        d ->
                                List.of(
                                        new TargetDriftEnded(
                                                state.key(),
                                                d.id(),
                                                d.target(),
                                                d.kind(),
                                                Outcome.ACCEPTED,
                                                accept.by(),
                                                accept.reason(),
                                                d.detectedAt(),
                                                accept.at())))
                .orElse(List.of());
    }

    static TargetDriftEnded ended(Drift d, Outcome outcome, Provisioning state, Instant at) {
        return new TargetDriftEnded(
                state.key(), d.id(), d.target(), d.kind(), outcome, null, null, d.detectedAt(), at);
    }

    /** Drift is over where something else is asked of the target than when it was found. */
    static List<OfMembership> superseded(Provisioning state, Instant at) {
        return state.drifts().stream()
                .filter(Drift::isOpen)
                .filter(d -> !fits(d, state))
                .<OfMembership>map(d -> ended(d, Outcome.SUPERSEDED, state, at))
                .toList();
    }

    /** Whether there can be such drift with what the target is asked now. */
    static boolean fits(Drift drift, Provisioning state) {
        if (drift.stage() == Stage.REVERTING) {
            return state.delivery(drift.target()).filter(d -> d.concerns(drift.id())).isPresent();
        }
        Standing.Want want = state.standingAt(drift.target()).wanted();
        return want
                == (drift.kind() == Difference.VANISHED
                        ? Standing.Want.PRESENT
                        : Standing.Want.ABSENT);
    }
}
