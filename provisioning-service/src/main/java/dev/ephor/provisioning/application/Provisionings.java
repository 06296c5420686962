package dev.ephor.provisioning.application;

import dev.ephor.events.MembershipKey;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Where the state of every membership is kept; each method is a fixed number of statements. */
public interface Provisionings {

    /**
     * Loads memberships and keeps others from changing them until the transaction ends.
     *
     * @return one for each key, also for those of which nothing is stored yet
     */
    Map<MembershipKey, Provisioned> lock(Collection<MembershipKey> keys);

    void save(Collection<Provisioned> changed);

    /** Every delivery that is not confirmed. */
    List<DueDelivery> unconfirmed();
}
