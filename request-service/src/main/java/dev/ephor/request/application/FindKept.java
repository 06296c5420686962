package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import java.util.Optional;

/** What a request object is about, for whoever wants to act on it. */
public interface FindKept {
    Optional<Kept> request(String tenant, String id);

    /**
     * A request object.
     *
     * @param isActivation whether it is one that brings access, rather than ends it
     */
    record Kept(
            String id,
            MembershipKey key,
            String requestedBy,
            boolean isOfEligibility,
            boolean isActivation) {}
}
