package dev.ephor.request.domain;

import dev.ephor.events.Scope;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a signal or a responder wants done about a scope.
 *
 * @param id the response's, the same when the same signal or call comes again
 * @param revokes whether what is active ends
 * @param suspends whether new activations are refused
 * @param until when the suspension ends; null: when somebody resumes
 * @param by who asks: a principal, or as the signal says
 * @param via the producer of the signal, or {@link #API}
 */
public record Order(
        String id,
        Scope scope,
        boolean revokes,
        boolean suspends,
        @Nullable Instant until,
        String by,
        String via,
        String reason,
        Instant at) {
    public static final String API = "api";

    /**
     * Whether an activation that has not begun is canceled. One that begins after the suspension
     * stays, and is looked at again then.
     */
    boolean cancels(Activation activation) {
        Window window = activation.window();
        return revokes || window == null || until == null || window.start().isBefore(until);
    }
}
