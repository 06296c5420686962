package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The activations and assignments of one principal, of every group: duties are separated by all.
 */
public record Held(List<Activation> activations) {
    public static final Held NOTHING = new Held(List.of());

    public Held {
        activations = List.copyOf(activations);
    }

    public Optional<Activation> find(String id) {
        return activations.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    /** Whether anything of this key is kept. */
    public boolean has(MembershipKey key) {
        return activations.stream().anyMatch(a -> a.key().equals(key));
    }

    /** Those of a key that give access, will give it, or may yet be approved. */
    List<Activation> live(MembershipKey key, Instant now) {
        return activations.stream().filter(a -> a.key().equals(key) && a.isLive(now)).toList();
    }

    /** The one whose window ends last. */
    Optional<Activation> latest(MembershipKey key, Instant now) {
        return live(key, now).stream()
                .filter(a -> a.end().isPresent())
                .max(Comparator.comparing(a -> a.end().orElseThrow()));
    }

    /** The groups of which something is live. */
    public Set<String> groups(Instant now) {
        return activations.stream()
                .filter(a -> a.isLive(now))
                .map(a -> a.key().group())
                .collect(Collectors.toSet());
    }

    Held after(RequestEvent event) {
        return switch (event) {
            case ActivationRequested requested ->
                    new Held(
                            Stream.concat(activations.stream(), Stream.of(Activation.of(requested)))
                                    .toList());
            case DeactivationRequested e -> hear(e, e.requestedAt());
            case ActivationCanceled e -> hear(e, e.canceledAt());
            case RevocationRequested e -> hear(e, e.requestedAt());
            case ActivationRefused _ -> this;
        };
    }

    private Held hear(RequestEvent event, Instant at) {
        return new Held(
                activations.stream()
                        .map(a -> a.id().equals(event.activationId()) ? a.hear(event, at) : a)
                        .toList());
    }
}
