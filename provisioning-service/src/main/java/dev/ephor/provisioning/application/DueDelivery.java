package dev.ephor.provisioning.application;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.domain.Delivery;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Something to tell a target.
 *
 * @param activations whose stories wait for it
 * @param attempts failed tries so far
 * @param since when the target should have been told
 * @param dueAt not to be tried before
 * @param accepted that the target took it and does not show it yet; null: it is to be told. Known
 *     to memory alone: whoever forgets it tells once more
 */
public record DueDelivery(
        MembershipKey key,
        String target,
        Change change,
        long generation,
        List<String> activations,
        int attempts,
        boolean stuck,
        Instant since,
        Instant dueAt,
        @Nullable Accepted accepted) {

    /**
     * @param at when the target was told
     * @param call what was exchanged then
     */
    public record Accepted(Instant at, TargetCall call) {}

    public DueDelivery {
        activations = List.copyOf(activations);
    }

    public static DueDelivery of(MembershipKey key, Delivery delivery) {
        return new DueDelivery(
                key,
                delivery.target(),
                delivery.change(),
                delivery.generation(),
                delivery.activations(),
                delivery.attempts(),
                delivery.state() == Delivery.State.STUCK,
                delivery.since(),
                Objects.requireNonNullElse(delivery.retryAt(), Instant.EPOCH),
                null);
    }

    /** The same, to be tried at another time. */
    public DueDelivery dueAt(Instant time) {
        return new DueDelivery(
                key,
                target,
                change,
                generation,
                activations,
                attempts,
                stuck,
                since,
                time,
                accepted);
    }

    /** The same, told already and to be read back at a later time; null: to be told. */
    public DueDelivery accepted(@Nullable Accepted told) {
        return new DueDelivery(
                key, target, change, generation, activations, attempts, stuck, since, dueAt, told);
    }

    /**
     * Whether this makes the other pointless: it is newer, or of one generation a removal, or the
     * same and earlier due.
     */
    public boolean replaces(DueDelivery other) {
        if (generation != other.generation) {
            return generation > other.generation;
        }
        return change == other.change ? !dueAt.isAfter(other.dueAt) : change == Change.WITHDRAW;
    }
}
