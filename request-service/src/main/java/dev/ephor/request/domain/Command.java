package dev.ephor.request.domain;

import dev.ephor.events.Assurance;
import dev.ephor.events.MembershipKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What somebody wants of the {@link ActivationDecider}. */
public sealed interface Command {
    /** Who does what nobody asked for. */
    String EPHOR = "ephor";

    Asking asking();

    /**
     * Who asks, and when.
     *
     * @param id the new id of the request
     * @param by object id of the caller
     * @param isAdmin whether the caller administers the whole tenant
     * @param isApplication whether the caller is an application without a user
     */
    record Asking(
            String id,
            String by,
            Assurance assurance,
            boolean isAdmin,
            boolean isApplication,
            Instant now) {}

    /** A window is wanted: activated, assigned, or going on. */
    record Submit(Asking asking, Wish wish, Circumstances circumstances) implements Command {}

    /** What is held, or asked for, is given back by its holder. */
    record Deactivate(Asking asking, MembershipKey key, @Nullable String justification)
            implements Command {}

    /** What is held, or asked for, is taken away by an admin. */
    record Remove(
            Asking asking,
            MembershipKey key,
            @Nullable String justification,
            Circumstances circumstances)
            implements Command {}

    /** A request is withdrawn before its window begins. */
    record Cancel(Asking asking, String activationId, Circumstances circumstances)
            implements Command {}

    /** What is to begin is looked at again. */
    record Recheck(Asking asking, String activationId, Circumstances circumstances)
            implements Command {}

    /**
     * What activations hang on is gone: an eligibility, or a ticket.
     *
     * @param activeToo whether those end that have begun; others see to that where not
     */
    record Drop(Asking asking, Selection which, String reason, boolean activeToo)
            implements Command {}

    /** What a scope reaches ends, as far as the order says. */
    record Clear(Asking asking, Order order) implements Command {}

    /** Which activations hang on it. */
    @FunctionalInterface
    interface Selection {
        boolean holds(Activation activation);
    }
}
