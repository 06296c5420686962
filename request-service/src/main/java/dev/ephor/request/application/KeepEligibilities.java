package dev.ephor.request.application;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.MembershipKey;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.Eligible;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The eligibilities that are kept, and what was asked about them. */
public interface KeepEligibilities {
    /** To look at. */
    Eligible look(MembershipKey key);

    /**
     * To decide upon: until this transaction ends, nobody else decides about the principal, and no
     * configuration is applied.
     */
    Eligible lock(MembershipKey key);

    /**
     * Writes down what an event changed.
     *
     * @return the version of the eligibility's stream before the event
     */
    long take(EligibilityEvent.OfEligibility event, Eligible after, Instant at);

    void add(EligibilityRequest request);

    void save(EligibilityRequest request);

    /** The keys of those of which something is to be said by then, the first first. */
    List<MembershipKey> due(Instant by, int atMost);

    Optional<Instant> nextDue();
}
