package dev.ephor.request.domain;

import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.request.domain.Command.Asking;
import dev.ephor.request.domain.Command.Recheck;
import dev.ephor.request.domain.Command.Submit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What was approved for later is looked at again just before it begins. */
final class Rechecking {
    private Rechecking() {}

    static List<RequestEvent> decide(Recheck recheck, Held held) {
        Asking asking = recheck.asking();
        return held.find(recheck.activationId())
                .filter(a -> a.isLive(asking.now()))
                .map(a -> decide(recheck, a, held))
                .orElse(List.of());
    }

    private static List<RequestEvent> decide(Recheck recheck, Activation activation, Held held) {
        var request = new Request(again(recheck, activation), held);
        Analysis analysis = Analysis.of(Rules.ofRecheck(activation), request);
        if (analysis.accepts()) {
            return List.of();
        }
        String reason = "It no longer holds when it begins: " + analysis.reasons();
        return List.of(ActivationDecider.ended(recheck.asking(), activation, reason));
    }

    /** The request as it would be made for the window that was approved. */
    private static Submit again(Recheck recheck, Activation activation) {
        ActivationRequested request = activation.request();
        Window window = activation.window();
        Instant start = window == null ? recheck.asking().now() : window.start();
        var asking = recheck.asking();
        var then =
                new Asking(
                        activation.id(),
                        request.requestedBy(),
                        request.assurance(),
                        asking.isAdmin(),
                        asking.isApplication(),
                        asking.now().isBefore(start) ? asking.now() : start);
        Span span =
                request.duration() == null
                        ? new Span.Endless()
                        : new Span.Lasting(
                                window == null
                                        ? request.duration()
                                        : Duration.between(start, window.end()));
        var wish =
                new Wish(
                        firstOf(request),
                        request.key(),
                        start,
                        span,
                        request.justification(),
                        request.ticket());
        return new Submit(then, wish, recheck.circumstances());
    }

    /** Where the window lies is known: an extension is looked at as what it is, a window. */
    private static RequestAction firstOf(ActivationRequested request) {
        return request.action().isOfAdmin()
                ? RequestAction.ADMIN_ASSIGN
                : RequestAction.SELF_ACTIVATE;
    }
}
