package dev.ephor.request.domain;

import dev.ephor.events.ResponseEvent.OfResponse;
import dev.ephor.events.ResponseEvent.ResponseBegun;
import dev.ephor.events.ResponseEvent.ResponseCompleted;
import dev.ephor.events.ResponseEvent.ResponseLapsed;
import dev.ephor.events.ResponseEvent.ResponseProposed;
import dev.ephor.events.ResponseEvent.SuspensionEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is done about an order, and how far it is. Its methods say what may happen next; {@link
 * #after} is the response as it is then.
 *
 * @param confirmBy until when a second person can confirm it; null: none is needed
 * @param begunAt from when on it was in force; null: it is not yet, or never was
 * @param standing whether it refuses new activations, whatever the clock says
 * @param resumption how that ended; null: it did not
 */
public record Response(
        Order order,
        Status status,
        @Nullable Instant confirmBy,
        @Nullable String confirmedBy,
        @Nullable Instant begunAt,
        @Nullable Instant completedAt,
        boolean standing,
        @Nullable Resumption resumption) {

    /** How far it is. */
    public enum Status {
        /** A second person has to confirm it. */
        AWAITING("awaitingConfirmation"),
        /** Nobody did in time. */
        LAPSED("lapsed"),
        /** What is live is being ended. */
        ENDING("ending"),
        /** All is ended; directory and targets are to confirm it. */
        CONFIRMING("confirming"),
        /** They have. */
        COMPLETED("completed");

        private final String text;

        Status(String text) {
            this.text = text;
        }

        /** As people and programs read it: camelCase. */
        public String text() {
            return text;
        }
    }

    /**
     * How a suspension ended.
     *
     * @param by null: its end passed
     */
    public record Resumption(@Nullable String by, @Nullable String reason, Instant at) {}

    /**
     * The first event of an order.
     *
     * @param patience how long a second person has time to confirm it; empty: none is needed
     */
    public static OfResponse first(Order order, Optional<Duration> patience, Instant now) {
        return patience.<OfResponse>map(
                        within ->
                                new ResponseProposed(
                                        order.id(),
                                        order.scope(),
                                        order.revokes(),
                                        order.suspends(),
                                        order.until(),
                                        order.by(),
                                        order.via(),
                                        order.reason(),
                                        order.at(),
                                        now.plus(within)))
                .orElseGet(() -> begun(order, null, now));
    }

    /** The response to an order whose first event this is. */
    public static Response of(Order order, OfResponse first) {
        var none = new Response(order, Status.AWAITING, null, null, null, null, false, null);
        return none.after(first);
    }

    /** Another person than the one who asked, in time. */
    public Optional<OfResponse> confirm(String by, Instant now) {
        boolean inTime = confirmBy != null && now.isBefore(confirmBy);
        return status == Status.AWAITING && inTime && !by.equals(order.by())
                ? Optional.of(begun(order, by, now))
                : Optional.empty();
    }

    /** What time brings. */
    public Optional<OfResponse> pass(Instant now) {
        if (status == Status.AWAITING && confirmBy != null && !now.isBefore(confirmBy)) {
            return Optional.of(new ResponseLapsed(order.id(), order.scope(), confirmBy, now));
        }
        if (standing && order.until() != null && !now.isBefore(order.until())) {
            return Optional.of(
                    new SuspensionEnded(order.id(), order.scope(), null, null, order.until()));
        }
        return Optional.empty();
    }

    public Optional<OfResponse> resume(String by, String reason, Instant now) {
        return standing
                ? Optional.of(new SuspensionEnded(order.id(), order.scope(), by, reason, now))
                : Optional.empty();
    }

    /** All that it ended is confirmed to be gone. */
    public Optional<OfResponse> complete(int activations, Instant now) {
        return status == Status.CONFIRMING && begunAt != null
                ? Optional.of(
                        new ResponseCompleted(order.id(), order.scope(), activations, begunAt, now))
                : Optional.empty();
    }

    /** Nothing more is there to be ended. */
    public Response endedAll() {
        return with(Status.CONFIRMING);
    }

    public Response after(OfResponse event) {
        return switch (event) {
            case ResponseProposed e ->
                    new Response(
                            order, Status.AWAITING, e.confirmBy(), null, null, null, false, null);
            case ResponseLapsed _ -> with(Status.LAPSED);
            case ResponseBegun e ->
                    new Response(
                            order,
                            Status.ENDING,
                            confirmBy,
                            e.confirmedBy(),
                            e.begunAt(),
                            null,
                            order.suspends(),
                            null);
            case ResponseCompleted e ->
                    new Response(
                            order,
                            Status.COMPLETED,
                            confirmBy,
                            confirmedBy,
                            begunAt,
                            e.completedAt(),
                            standing,
                            resumption);
            case SuspensionEnded e ->
                    new Response(
                            order,
                            status,
                            confirmBy,
                            confirmedBy,
                            begunAt,
                            completedAt,
                            false,
                            new Resumption(e.endedBy(), e.reason(), e.endedAt()));
        };
    }

    /** When something is to be done that nobody asks for. */
    public Optional<Instant> due() {
        return switch (status) {
            case AWAITING -> Optional.ofNullable(confirmBy);
            case ENDING -> Optional.ofNullable(begunAt);
            case LAPSED, CONFIRMING, COMPLETED ->
                    standing ? Optional.ofNullable(order.until()) : Optional.empty();
        };
    }

    private Response with(Status next) {
        return new Response(
                order, next, confirmBy, confirmedBy, begunAt, completedAt, standing, resumption);
    }

    private static ResponseBegun begun(Order order, @Nullable String confirmedBy, Instant now) {
        return new ResponseBegun(
                order.id(),
                order.scope(),
                order.revokes(),
                order.suspends(),
                order.until(),
                order.by(),
                confirmedBy,
                order.via(),
                order.reason(),
                order.at(),
                now);
    }
}
