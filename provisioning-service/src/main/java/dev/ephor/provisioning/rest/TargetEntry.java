package dev.ephor.provisioning.rest;

import dev.ephor.provisioning.application.TargetState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a target is doing, on the wire.
 *
 * @param condition {@code answering}, {@code not-answering} or {@code quarantined}
 * @param failingSince since when no call was answered; absent: the last one was
 * @param pausedUntil until when the target asked to be left alone
 * @param pending memberships that it has yet to confirm
 * @param stuck those of them that a person has to look at
 */
public record TargetEntry(
        String target,
        String kind,
        String condition,
        @Nullable Instant failingSince,
        @Nullable String lastAnswer,
        @Nullable Instant pausedUntil,
        int pending,
        long stuck) {

    static TargetEntry of(TargetState state) {
        TargetState.Health health = state.health();
        return new TargetEntry(
                state.target(),
                state.kind(),
                health.condition().wire(),
                health.failingSince(),
                health.lastAnswer().isEmpty() ? null : health.lastAnswer(),
                health.pausedUntil(),
                state.pending(),
                state.stuck());
    }
}
