package dev.ephor.request.domain;

import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The activations of one membership key. */
public record Held(List<Activation> activations) {
    public static final Held NOTHING = new Held(List.of());

    public Held {
        activations = List.copyOf(activations);
    }

    /** The one that gives access, will give it, or may yet be approved. */
    Optional<Activation> live(Instant now) {
        return activations.stream().filter(a -> a.isLive(now)).findFirst();
    }

    Held after(RequestEvent event) {
        return switch (event) {
            case ActivationRequested requested ->
                    new Held(
                            Stream.concat(activations.stream(), Stream.of(Activation.of(requested)))
                                    .toList());
            case DeactivationRequested given ->
                    new Held(
                            activations.stream()
                                    .map(
                                            a ->
                                                    a.id().equals(given.activationId())
                                                            ? a.hear(given, given.requestedAt())
                                                            : a)
                                    .toList());
            case ActivationRefused _, ActivationCanceled _, RevocationRequested _ -> this;
        };
    }
}
