package dev.ephor.provisioning.rest;

import dev.ephor.provisioning.application.LogEntry;
import java.time.Instant;

/** A line of the provisioning log on the wire. */
public record Line(
        long id,
        Instant time,
        String target,
        String group,
        String principal,
        String access,
        String activation,
        String change,
        int attempt,
        long durationMillis,
        String outcome,
        String answer) {

    static Line of(LogEntry entry) {
        return new Line(
                entry.id(),
                entry.time(),
                entry.target(),
                entry.key().group(),
                entry.key().principal(),
                entry.key().access().wire(),
                entry.activation(),
                entry.change().wire(),
                entry.attempt(),
                entry.durationMillis(),
                entry.outcome().wire(),
                entry.answer());
    }
}
