package dev.ephor.request.application;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.request.domain.ActivationDecider;
import dev.ephor.request.domain.Command;
import dev.ephor.request.domain.Held;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps and says what was decided about activations, in the transaction that decided it. */
@ApplicationScoped
class SayingRequests {
    private final ActivationDecider decider;
    private final KeepActivations activations;
    private final Journal journal;

    SayingRequests(ActivationDecider decider, KeepActivations activations, Journal journal) {
        this.decider = decider;
        this.activations = activations;
        this.journal = journal;
    }

    /**
     * @param held as it was locked
     * @param like what all of the events come from; each is correlated with its own activation
     */
    void say(Held held, List<RequestEvent> events, Cause like) {
        sayOfNobody(held, events, like);
        keepRemoval(events);
    }

    /** What is no request of anybody's: it is no request object either. */
    void sayOfNobody(Held held, List<RequestEvent> events, Cause like) {
        Held after = decider.replay(held, events);
        events.forEach(event -> keep(event, after));
        journal.appendAll(entries(events, like));
    }

    private void keep(RequestEvent event, Held after) {
        var activation = after.find(event.activationId());
        switch (event) {
            case ActivationRequested _ -> activation.ifPresent(activations::add);
            case ActivationRefused _ -> {}
            case ActivationCanceled _, DeactivationRequested _, RevocationRequested _ ->
                    activation.ifPresent(activations::save);
        }
    }

    /** One request may end several activations; what nobody asked for is no request. */
    private void keepRemoval(List<RequestEvent> events) {
        switch (events.isEmpty() ? null : events.getFirst()) {
            case DeactivationRequested e -> activations.add(e);
            case RevocationRequested e when !e.requestedBy().equals(Command.EPHOR) ->
                    activations.add(e);
            case null, default -> {}
        }
    }

    private static List<Journal.Entry> entries(List<RequestEvent> events, Cause like) {
        var entries = new ArrayList<Journal.Entry>();
        for (int i = 0; i < events.size(); i++) {
            RequestEvent event = events.get(i);
            var cause =
                    new Cause(
                            event.activationId(),
                            like.causationId(),
                            like.traceparent(),
                            like.at());
            entries.add(new Journal.Entry(stream(event), version(event, i), List.of(event), cause));
        }
        return entries;
    }

    private static String stream(RequestEvent event) {
        return "request/"
                + switch (event) {
                    case DeactivationRequested e -> e.requestId();
                    case RevocationRequested e -> e.requestId();
                    case ActivationRequested _, ActivationRefused _, ActivationCanceled _ ->
                            event.activationId();
                };
    }

    /** A request is canceled once, after it was said; a removal says one thing for each it ends. */
    private static long version(RequestEvent event, int index) {
        return switch (event) {
            case ActivationRequested _, ActivationRefused _ -> 0;
            case ActivationCanceled _ -> 1;
            case DeactivationRequested _, RevocationRequested _ -> index;
        };
    }

    static Cause cause(Command.Asking asking, @Nullable String traceparent) {
        return new Cause(asking.id(), null, traceparent, asking.now());
    }
}
