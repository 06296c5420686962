package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import org.jspecify.annotations.Nullable;

/**
 * What a target should have of a membership now, and on whose word: two looks at the target can be
 * compared only where it is the same for both.
 *
 * @param generation of what is wanted
 * @param asked the generation that the target was asked for last; -2: it never was
 */
public record Standing(Want wanted, long generation, long asked) {
    private static final long NEVER = -2;

    /** What should be there. */
    public enum Want {
        PRESENT,
        ABSENT,
        /** Something is under way, or is wanted that this target was not asked for. */
        UNDECIDED
    }

    static Standing of(Provisioning state, String target) {
        Delivery delivery = state.delivery(target).orElse(null);
        long asked = delivery == null ? NEVER : delivery.generation();
        return new Standing(want(state, delivery), state.wanted().generation(), asked);
    }

    private static Want want(Provisioning state, @Nullable Delivery delivery) {
        boolean granted = state.wanted().change() == Change.GRANT;
        if (delivery == null) {
            return granted ? Want.UNDECIDED : Want.ABSENT;
        }
        if (delivery.state() != Delivery.State.CONFIRMED
                || (delivery.change() == Change.GRANT) != granted) {
            return Want.UNDECIDED;
        }
        return granted ? Want.PRESENT : Want.ABSENT;
    }
}
