package dev.ephor.request.domain;

import java.time.Duration;
import java.time.Instant;

/** How long something is wanted, as it was sent. */
public sealed interface Span {
    /** Nothing is said: as the policy has it. */
    record Usual() implements Span {}

    /** So long from the start on; of an extension, so much longer. */
    record Lasting(Duration duration) implements Span {}

    record Until(Instant end) implements Span {}

    /** Without end. */
    record Endless() implements Span {}
}
