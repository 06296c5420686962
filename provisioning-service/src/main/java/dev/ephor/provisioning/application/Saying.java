package dev.ephor.provisioning.application;

import dev.ephor.events.ProvisioningEvent.OfActivation;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.TargetDriftEvent;
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
        for (OfMembership event : provisioner.decide(command, state)) {
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

    /** The activation or the drift whose story it belongs to. */
    private static String about(OfMembership event) {
        return switch (event) {
            case OfActivation e -> e.activationId();
            case TargetDriftEvent e -> e.driftId();
        };
    }

    /** An event belongs to its own activation, also where another one's brought it about. */
    private static Cause cause(
            Provisioned before, OfMembership event, @Nullable Origin given, Instant at) {
        String about = about(event);
        Origin own = before.origins().get(about);
        Origin cause = given != null ? given : own;
        return new Cause(
                about,
                cause == null ? null : cause.eventId(),
                own == null ? null : own.traceparent(),
                at);
    }
}
