package dev.ephor.membership.application;

import dev.ephor.events.MembershipKey;
import java.util.function.Predicate;

/** Needs to know which memberships this instance decides about. */
public interface FindOwned {

    /** As it is now; ask again after a while. */
    Predicate<MembershipKey> owned();
}
