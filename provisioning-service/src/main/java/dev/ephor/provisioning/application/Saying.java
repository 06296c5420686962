package dev.ephor.provisioning.application;

import dev.ephor.events.ProvisioningEvent;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.provisioning.domain.Provisioner;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.provisioning.domain.ProvisioningCommand;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is decided in one transaction about many memberships, gathered to be journaled at once. */
final class Saying {
    private final Provisioner provisioner;
    private final List<Journal.Entry> entries = new ArrayList<>();

    Saying(Provisioner provisioner) {
        this.provisioner = provisioner;
    }

    /** Decides, and returns the state after it. */
    Provisioned decide(ProvisioningCommand command, Provisioned before, @Nullable Origin cause) {
        Provisioning state = before.state();
        for (ProvisioningEvent event : provisioner.decide(command, state)) {
            entries.add(
                    new Journal.Entry(
                            state.key().toString(),
                            state.version(),
                            List.of(event),
                            cause(before, event, cause, command.at())));
            state = provisioner.evolve(state, event);
        }
        return before.with(state).pruned();
    }

    List<Journal.Entry> entries() {
        return List.copyOf(entries);
    }

    /** An event belongs to its own activation, also where another one's brought it about. */
    private static Cause cause(
            Provisioned before, ProvisioningEvent event, @Nullable Origin given, Instant at) {
        Origin own = before.origins().get(event.activationId());
        Origin cause = given != null ? given : own;
        return new Cause(
                event.activationId(),
                cause == null ? null : cause.eventId(),
                own == null ? null : own.traceparent(),
                at);
    }
}
