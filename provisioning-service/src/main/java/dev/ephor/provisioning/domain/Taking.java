package dev.ephor.provisioning.domain;

import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.provisioning.domain.Delivery.State;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Confirmed;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome.Failed;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.util.ArrayList;
import java.util.List;

/** What the outcome of a delivery means; said once for each activation that waited for it. */
final class Taking {
    private Taking() {}

    static List<ProvisioningEvent> take(Take take, Provisioning state, int stuckAfter) {
        return state.delivery(take.target())
                .filter(delivery -> isAnswered(delivery, take))
                .map(delivery -> said(take, state, delivery, stuckAfter))
                .orElse(List.of());
    }

    /** Whether the delivery is still wanted as it was when it was sent. */
    private static boolean isAnswered(Delivery delivery, Take take) {
        return delivery.state() != State.CONFIRMED
                && delivery.change() == take.change()
                && delivery.generation() == take.generation();
    }

    private static List<ProvisioningEvent> said(
            Take take, Provisioning state, Delivery delivery, int stuckAfter) {
        var said = new ArrayList<ProvisioningEvent>();
        for (String activation : delivery.activations()) {
            switch (take.outcome()) {
                case Confirmed _ -> said.add(confirmed(take, state, delivery, activation));
                case Failed failed -> {
                    said.add(retried(failed, state, delivery, activation));
                    if (delivery.state() != State.STUCK && delivery.attempts() + 1 >= stuckAfter) {
                        said.add(stuck(failed, state, delivery, activation));
                    }
                }
            }
        }
        return said;
    }

    private static ProvisioningEvent confirmed(
            Take take, Provisioning state, Delivery delivery, String activation) {
        return new ProvisioningConfirmed(
                state.key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                delivery.attempts() + 1,
                take.at());
    }

    private static ProvisioningEvent retried(
            Failed failed, Provisioning state, Delivery delivery, String activation) {
        return new ProvisioningRetried(
                state.key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                delivery.attempts() + 1,
                failed.reason(),
                failed.retryAt());
    }

    private static ProvisioningEvent stuck(
            Failed failed, Provisioning state, Delivery delivery, String activation) {
        return new ProvisioningStuck(
                state.key(),
                activation,
                delivery.generation(),
                delivery.target(),
                delivery.change(),
                delivery.attempts() + 1,
                failed.reason(),
                delivery.since());
    }
}
