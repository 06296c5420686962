package dev.ephor.request.domain;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.decider.Decider;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Cancel;
import dev.ephor.request.domain.Command.Clear;
import dev.ephor.request.domain.Command.Deactivate;
import dev.ephor.request.domain.Command.Drop;
import dev.ephor.request.domain.Command.Recheck;
import dev.ephor.request.domain.Command.Remove;
import dev.ephor.request.domain.Command.Submit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Decides what is asked of one principal's access. A dry run is this very decision with its events
 * left unsaid.
 */
public final class ActivationDecider implements Decider<Command, Held, RequestEvent> {

    /**
     * One event for a {@link Submit}, requested or refused; for the others one for each activation
     * that they end, and none where there is nothing that the caller may end.
     */
    @Override
    public List<RequestEvent> decide(Command command, Held held) {
        return switch (command) {
            case Submit submit -> List.of(Submitting.decide(new Request(submit, held)));
            case Deactivate deactivate -> decide(deactivate, held);
            case Remove remove -> decide(remove, held);
            case Cancel cancel -> decide(cancel, held);
            case Drop drop -> decide(drop, held);
            case Clear clear -> decide(clear, held);
            case Recheck recheck -> Rechecking.decide(recheck, held);
        };
    }

    @Override
    public Held evolve(Held held, RequestEvent event) {
        return held.after(event);
    }

    private static List<RequestEvent> decide(Deactivate deactivate, Held held) {
        if (!isTheirs(deactivate.asking(), deactivate.key().principal())) {
            return List.of();
        }
        return held.live(deactivate.key(), deactivate.asking().now()).stream()
                .<RequestEvent>map(live -> givenBack(deactivate, live))
                .toList();
    }

    private static List<RequestEvent> decide(Remove remove, Held held) {
        var asking = remove.asking();
        if (!remove.circumstances().administeredBy(asking)) {
            return List.of();
        }
        String why = remove.justification();
        String reason = why == null || why.isBlank() ? "Removed by an admin." : why;
        return held.live(remove.key(), asking.now()).stream()
                .<RequestEvent>map(live -> revoked(asking, live, reason))
                .toList();
    }

    private static List<RequestEvent> decide(Cancel cancel, Held held) {
        var asking = cancel.asking();
        Optional<Activation> found =
                held.find(cancel.activationId())
                        .filter(a -> mayCancel(cancel, a))
                        .filter(a -> a.isLive(asking.now()) && !a.hasBegun(asking.now()));
        return found.<List<RequestEvent>>map(a -> List.of(canceled(asking, a, null)))
                .orElse(List.of());
    }

    private static boolean mayCancel(Cancel cancel, Activation activation) {
        var asking = cancel.asking();
        return isTheirs(asking, activation.key().principal())
                || asking.by().equals(activation.request().requestedBy())
                || cancel.circumstances().administeredBy(asking);
    }

    private static boolean isTheirs(Asking asking, String principal) {
        return !asking.isApplication() && asking.by().equals(principal);
    }

    /** What has not begun is canceled; what has is revoked. */
    private static List<RequestEvent> decide(Drop drop, Held held) {
        var asking = drop.asking();
        return held.activations().stream()
                .filter(a -> a.isLive(asking.now()) && drop.which().holds(a))
                .filter(a -> drop.activeToo() || !a.hasBegun(asking.now()))
                .map(a -> ended(asking, a, drop.reason()))
                .toList();
    }

    /** Of any number of principals; a suspension leaves alone what is active. */
    private static List<RequestEvent> decide(Clear clear, Held held) {
        var asking = clear.asking();
        var order = clear.order();
        return held.activations().stream()
                .filter(a -> a.isLive(asking.now()))
                .filter(a -> a.hasBegun(asking.now()) ? order.revokes() : order.cancels(a))
                .map(a -> ended(asking, a, order.reason()))
                .toList();
    }

    static RequestEvent ended(Asking asking, Activation activation, String reason) {
        return activation.hasBegun(asking.now())
                ? revoked(asking, activation, reason)
                : canceled(asking, activation, reason);
    }

    private static DeactivationRequested givenBack(Deactivate deactivate, Activation live) {
        var asking = deactivate.asking();
        return new DeactivationRequested(
                deactivate.key(),
                live.id(),
                asking.id(),
                asking.by(),
                deactivate.justification(),
                asking.now());
    }

    private static RevocationRequested revoked(Asking asking, Activation live, String reason) {
        return new RevocationRequested(
                live.key(), live.id(), asking.id(), asking.by(), reason, asking.now());
    }

    private static ActivationCanceled canceled(
            Asking asking, Activation activation, @Nullable String reason) {
        return new ActivationCanceled(
                activation.key(), activation.id(), asking.by(), reason, asking.now());
    }
}
