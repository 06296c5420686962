package dev.ephor.provisioning.application;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the provisioning log: one try, for one activation.
 *
 * @param id grows with time; 0 until it is written
 * @param activation the one that it was for; of drift and its reverts, the drift's id
 * @param attempt counts the tries of this change, from 1; 0: nothing was tried, drift was found
 * @param durationMillis how long telling and reading back took
 * @param call by which its exchanges are found; null: there were none
 */
public record LogEntry(
        long id,
        Instant time,
        MembershipKey key,
        String target,
        String activation,
        Change change,
        int attempt,
        long durationMillis,
        Verdict.Kind outcome,
        String answer,
        @Nullable String call) {}
