package dev.ephor.provisioning.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.domain.Drift;
import java.util.List;

/** In what targets and Ephor differ. */
public interface DriftBoard {

    /** What is not over, the oldest first. */
    List<Drifted> of(String tenant);

    /** What is to be reverted at some time, of all tenants. */
    List<Drifted> toRevert();

    /** How much is not over, of all tenants. */
    long count();

    /** One difference. */
    record Drifted(MembershipKey key, Drift drift) {}
}
