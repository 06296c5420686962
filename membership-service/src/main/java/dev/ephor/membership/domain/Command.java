package dev.ephor.membership.domain;

import dev.ephor.events.Event;
import java.time.Instant;

/** What can be asked of the decider; each carries the time at which it is asked. */
public sealed interface Command {
    Instant now();

    /** An event of another topic came in. */
    record Hear(Event.AboutMembership event, Instant now) implements Command {}

    /** The start of a window may have been reached. */
    record Open(String activationId, Instant now) implements Command {}

    /** Drift may have to be reverted. */
    record Revert(String driftId, Instant now) implements Command {}

    /** A removal may have waited for too long. */
    record CheckAge(Instant now) implements Command {}

    /** A window is to be closed: by its end, or by somebody. Both take the same way. */
    record Close(String activationId, Ending ending, Instant now) implements Command {}
}
