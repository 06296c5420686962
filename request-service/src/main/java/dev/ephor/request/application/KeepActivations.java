package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Held;
import java.util.Collection;
import java.util.List;

/** The activations that are kept, and who may change them. */
public interface KeepActivations {
    /** What is live of a key, to look at. */
    Held look(MembershipKey key);

    /**
     * What is live of a key, to decide upon: until this transaction ends, nobody else decides about
     * the key or changes what is returned.
     */
    Held lock(MembershipKey key);

    /** Those of these ids that are known; nobody else changes them until this transaction ends. */
    List<Activation> lock(Collection<String> ids);

    void add(Activation activation);

    void add(DeactivationRequested deactivation);

    /** Writes a locked one back. */
    void save(Activation activation);
}
