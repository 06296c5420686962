package dev.ephor.provisioning.delivering;

import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;

/** What one call to a target can be about: one group, one access. */
record LaneId(TargetId target, String group, Access access) {

    static LaneId of(DueDelivery delivery) {
        MembershipKey key = delivery.key();
        return new LaneId(new TargetId(key.tenant(), delivery.target()), key.group(), key.access());
    }
}
