package dev.ephor.request.domain;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.Ticket;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for, as it was sent; nothing of it is judged yet.
 *
 * @param start null: at once
 */
public record Wish(
        RequestAction action,
        MembershipKey key,
        @Nullable Instant start,
        Span span,
        @Nullable String justification,
        @Nullable Ticket ticket) {}
