package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Grants;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Needs to look memberships up. */
public interface FindMemberships {

    Optional<Grants> find(MembershipKey key);

    /**
     * The memberships of a tenant with anything live, scheduled or not yet confirmed, in the order
     * of their keys.
     *
     * @param prefix of the keys, such as {@code tenant/group/}
     * @param atMost that many
     */
    List<Grants> current(String prefix, Predicate<MembershipKey> wanted, int atMost);

    /** The state cannot be asked now: it is being moved or rebuilt. */
    final class NotReady extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotReady() {
            super("The windows are being loaded");
        }

        public NotReady(Throwable cause) {
            super("The windows are being loaded", cause);
        }
    }
}
