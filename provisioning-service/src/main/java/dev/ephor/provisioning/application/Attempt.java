package dev.ephor.provisioning.application;

import java.time.Duration;
import java.time.Instant;

/**
 * One try to tell a target something, and what came of it.
 *
 * @param call what was exchanged
 * @param retryAt when it is tried again, unless it was confirmed
 */
public record Attempt(
        DueDelivery delivery,
        Instant at,
        Duration took,
        Verdict verdict,
        TargetCall call,
        Instant retryAt) {}
