package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Held;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The activations that are kept, and who may change them. */
public interface KeepActivations {
    /** What is live of the key's principal, to look at. */
    Held look(MembershipKey key);

    /**
     * What is live of the key's principal, to decide upon: until this transaction ends, nobody else
     * decides about the principal or changes what is returned.
     */
    Held lock(MembershipKey key);

    /** The same for each who has something live with this ticket. */
    List<Held> lockHolders(String tenant, String ticketNumber);

    /** Those of these ids that are known; nobody else changes them until this transaction ends. */
    List<Activation> lock(Collection<String> ids);

    void add(Activation activation);

    void add(DeactivationRequested deactivation);

    void add(RevocationRequested removal);

    /** Writes a locked one back. */
    void save(Activation activation);

    /**
     * An activation that begins later.
     *
     * @param start when
     */
    record Planned(String id, MembershipKey key, Instant start) {}

    /** Those that begin by then and were not looked at again, the first first. */
    List<Planned> toRecheck(Instant startingBy, int atMost);

    /** The next to look at again. */
    Optional<Planned> nextToRecheck();

    /**
     * Looks again at a locked one, once.
     *
     * @return whether nobody has before
     */
    boolean recheck(String id);
}
