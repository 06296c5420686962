package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.Ticket;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as it was sent; nothing of it is judged yet.
 *
 * @param start null: at once
 * @param duration null: as the policy says
 */
public record Wish(
        MembershipKey key,
        @Nullable Instant start,
        @Nullable Duration duration,
        @Nullable String justification,
        @Nullable Ticket ticket) {}
