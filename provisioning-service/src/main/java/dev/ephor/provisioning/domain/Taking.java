package dev.ephor.provisioning.domain;

import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.provisioning.domain.Delivery.State;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Confirmed;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Failed;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.util.List;

/**
 * What the outcome of a delivery means; said once for each activation that waited for it, or of the
 * drift that it reverts.
 */
final class Taking {
    private Taking() {}

    /**
     * An outcome of what is still wanted.
     *
     * @param nowStuck whether a failure is one too many
     */
    record Answered(Take take, Provisioning state, Delivery delivery, boolean nowStuck) {
        int attempts() {
            return delivery.attempts() + 1;
        }
    }

    static List<OfMembership> take(Take take, Provisioning state, int stuckAfter) {
        return state.delivery(take.target())
                .filter(delivery -> isAnswered(delivery, take))
                .map(d -> new Answered(take, state, d, isNowStuck(d, stuckAfter)))
                .map(Taking::said)
                .orElse(List.of());
    }

    /** Whether the delivery is still wanted as it was when it was sent. */
    private static boolean isAnswered(Delivery delivery, Take take) {
        return delivery.state() != State.CONFIRMED
                && delivery.change() == take.change()
                && delivery.generation() == take.generation();
    }

    private static boolean isNowStuck(Delivery delivery, int stuckAfter) {
        return delivery.state() != State.STUCK && delivery.attempts() + 1 >= stuckAfter;
    }

    private static List<OfMembership> said(Answered answered) {
        return answered.delivery().activations().stream()
                .flatMap(waiting -> said(answered, waiting).stream())
                .toList();
    }

    private static List<OfMembership> said(Answered answered, String waiting) {
        return answered.state()
                .drift(answered.take().target())
                .filter(drift -> drift.id().equals(waiting))
                .map(drift -> Reverting.said(answered, drift))
                .orElseGet(() -> ofActivation(answered, waiting));
    }

    private static List<OfMembership> ofActivation(Answered answered, String activation) {
        return switch (answered.take().outcome()) {
            case Confirmed _ -> List.of(confirmed(answered, activation));
            case Failed failed ->
                    answered.nowStuck()
                            ? List.of(
                                    retried(answered, activation, failed),
                                    stuck(answered, activation, failed))
                            : List.of(retried(answered, activation, failed));
        };
    }

    private static OfMembership confirmed(Answered answered, String activation) {
        Delivery delivery = answered.delivery();
        return new ProvisioningConfirmed(
                answered.state().key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                answered.attempts(),
                answered.take().at());
    }

    private static OfMembership retried(Answered answered, String activation, Failed failed) {
        Delivery delivery = answered.delivery();
        return new ProvisioningRetried(
                answered.state().key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                answered.attempts(),
                failed.reason(),
                failed.retryAt());
    }

    private static OfMembership stuck(Answered answered, String activation, Failed failed) {
        Delivery delivery = answered.delivery();
        return new ProvisioningStuck(
                answered.state().key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                answered.attempts(),
                failed.reason(),
                delivery.since());
    }
}
