package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The dated right to activate.
 *
 * @param id the same for the same key, whenever and wherever it is configured
 * @param end null: without end
 */
public record Eligibility(String id, MembershipKey key, Instant start, @Nullable Instant end) {}
