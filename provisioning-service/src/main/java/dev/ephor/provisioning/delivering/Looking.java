package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Redaction;
import dev.ephor.kit.time.Ids;
import dev.ephor.provisioning.application.AtTarget;
import dev.ephor.provisioning.application.ComparingTargets;
import dev.ephor.provisioning.application.DriftPolicies;
import dev.ephor.provisioning.application.FindAtTarget;
import dev.ephor.provisioning.application.Readings.Place;
import dev.ephor.provisioning.application.TargetCall;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Looks at what a target has, listening to what is exchanged. */
@ApplicationScoped
class Looking {
    private final Connections connections;
    private final Targets targets;
    private final FindAtTarget memberships;
    private final Look.Lookers lookers;
    private final Ids ids;
    private final Clock clock;

    Looking(
            Connections connections,
            Targets targets,
            FindAtTarget memberships,
            Naming naming,
            DriftPolicies policies,
            Limits limits,
            Ids ids,
            Clock clock) {
        this.connections = connections;
        this.targets = targets;
        this.memberships = memberships;
        this.lookers = new Look.Lookers(naming, policies::isStanding, limits.batch());
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * What was seen.
     *
     * @param lag how long the target may take to show what it accepted
     */
    record Seen(ComparingTargets.Look look, Duration lag) {}

    /**
     * @throws Asking.Unread where the target does not tell
     */
    Seen look(Place place) throws InterruptedException {
        var id = new TargetId(place.tenant(), place.target());
        try (Connection.Lease lease = connections.lease(id)) {
            Connector connector = lease.connector();
            if (connector == null) {
                throw new Asking.Unread(lease.fault());
            }
            var asking = new Asking(id, lease, targets, clock);
            return look(place, new Look(place, connector, asking, lookers), lease.opening());
        }
    }

    private Seen look(Place place, Look look, Connection.Opening opening)
            throws InterruptedException {
        Instant at = clock.instant();
        List<AtTarget> known = memberships.in(place.tenant(), place.group(), place.target());
        try {
            var heard = Exchanges.during(opening.secrets(), () -> look.at(known));
            var seen =
                    new ComparingTargets.Look(
                            place.target(),
                            heard.result(),
                            at,
                            Duration.between(at, clock.instant()),
                            new TargetCall(ids.next(), heard.exchanges()));
            return new Seen(seen, opening.lag());
        } catch (Asking.Unread e) {
            throw new Asking.Unread(
                    new Redaction(opening.secrets()).of(String.valueOf(e.getMessage())));
        }
    }
}
