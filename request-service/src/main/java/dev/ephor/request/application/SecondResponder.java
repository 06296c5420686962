package dev.ephor.request.application;

import dev.ephor.events.Scope;
import java.time.Duration;
import java.util.Optional;

/** What needs a second person. */
@FunctionalInterface
public interface SecondResponder {
    /** How long a second responder has time to confirm it; empty: none is needed. */
    Optional<Duration> neededFor(Scope scope);
}
