package dev.ephor.approval.domain;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What is said about waiting beside the policy.
 *
 * @param lapsesAfter the longest that a stage waits; null: as its policy says
 * @param remindsAfter when those are reminded whose policy says nothing about it; null: never
 */
public record Waiting(@Nullable Duration lapsesAfter, @Nullable Duration remindsAfter) {
    public static final Waiting AS_THE_POLICY_SAYS = new Waiting(null, null);
}
