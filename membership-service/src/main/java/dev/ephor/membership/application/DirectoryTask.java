package dev.ephor.membership.application;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Order;
import org.jspecify.annotations.Nullable;

/**
 * An order on its way to the directory.
 *
 * @param partition the owner of the key; when it moves to another instance, so does the order
 * @param causationId the event that led to it; null where it is not known any more
 * @param sentBefore whether it, or what it supersedes, may have been sent: what is found then may
 *     be an effect of that
 */
public record DirectoryTask(
        int partition,
        Order order,
        @Nullable String causationId,
        @Nullable String traceparent,
        boolean sentBefore) {

    public DirectoryTask(
            int partition,
            Order order,
            @Nullable String causationId,
            @Nullable String traceparent) {
        this(partition, order, causationId, traceparent, false);
    }

    MembershipKey key() {
        return order.key();
    }

    Change change() {
        return order.change();
    }

    /** Which tasks may be sent in one call. */
    Line line() {
        MembershipKey key = key();
        return new Line(key.tenant() + "/" + key.group(), key.access(), change());
    }

    /** Whether a later observation has to show the membership. */
    boolean present() {
        return order.present();
    }

    /** The same after one more failure. */
    DirectoryTask failedOnce() {
        Order more = order.failedOnce();
        return new DirectoryTask(partition, more, causationId, traceparent, true);
    }

    /** The same, which may have been sent before. */
    public DirectoryTask again() {
        return new DirectoryTask(partition, order, causationId, traceparent, true);
    }

    /**
     * The memberships of one group and access that are changed in one direction.
     *
     * @param group with its tenant
     */
    record Line(String group, Access access, Change change) {}
}
