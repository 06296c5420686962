package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Redaction;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.SpeakToTargets;
import dev.ephor.provisioning.application.TargetState;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Speaks to targets because a person asks for it: past the lanes, and past what they wait for. */
@ApplicationScoped
class Trying implements SpeakToTargets {
    private final Connections connections;
    private final Dispatcher dispatcher;
    private final Targets targets;
    private final Reconciler reconciler;

    Trying(Connections connections, Dispatcher dispatcher, Targets targets, Reconciler reconciler) {
        this.connections = connections;
        this.dispatcher = dispatcher;
        this.targets = targets;
        this.reconciler = reconciler;
    }

    @Override
    public int hurry(String tenant, String target, Predicate<MembershipKey> which) {
        return dispatcher.hurry(new TargetId(tenant, target), which);
    }

    @Override
    public int reconcile(String tenant, String target, @Nullable String group) {
        return reconciler.hurry(
                place ->
                        place.tenant().equals(tenant)
                                && place.target().equals(target)
                                && (group == null || place.group().equals(group)));
    }

    @Override
    public TargetState state(TargetDefined target) {
        var id = new TargetId(target.tenant(), target.target());
        return new TargetState(
                target.target(),
                target.kind(),
                targets.health(id),
                dispatcher.pending(id),
                dispatcher.stuck(id));
    }

    @Override
    public Trial trial(TargetDefined definition, boolean checking) {
        try (Connection.Lease lease = connections.trial(definition)) {
            Connector connector = lease.connector();
            if (connector == null) {
                return uncalled(new Answer.Rejected(lease.fault()), false);
            }
            return checking
                    ? checked(connector, new Redaction(lease.opening().secrets()), lease)
                    : uncalled(new Answer.Applied(false), true);
        }
    }

    private static Trial checked(Connector connector, Redaction redaction, Connection.Lease lease) {
        long started = System.nanoTime();
        var heard = Exchanges.during(lease.opening().secrets(), () -> check(connector));
        return new Trial(
                without(heard.result(), redaction),
                true,
                Duration.ofNanos(System.nanoTime() - started),
                heard.exchanges());
    }

    private static Answer check(Connector connector) {
        try {
            return connector.check();
        } catch (RuntimeException e) {
            return new Answer.Transient(
                    "the connector has a bug: " + Telling.withoutItsText(e), null);
        }
    }

    private static Answer without(Answer answer, Redaction redaction) {
        String why = redaction.of(answer.why());
        return switch (answer) {
            case Answer.Applied _, Answer.Observed _ -> answer;
            case Answer.Transient t -> new Answer.Transient(why, t.retryAfter(), t.conflict());
            case Answer.Rejected _ -> new Answer.Rejected(why);
            case Answer.Unreachable _ -> new Answer.Unreachable(why);
        };
    }

    private static Trial uncalled(Answer answer, boolean opened) {
        return new Trial(answer, opened, Duration.ZERO, List.of());
    }
}
