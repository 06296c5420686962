package dev.ephor.events;

/** Anything that is said on one of Ephor's topics. One sealed sub-interface per topic. */
public sealed interface Event
        permits CatalogEvent,
                SignalEvent,
                ProvisioningEvent,
                ResponseEvent,
                OperationEvent,
                Event.AboutMembership {

    /** The Kafka key: the membership key, or the identity of what else it is about. */
    String partitionKey();

    /** An event about one membership; its Kafka key is the membership key. */
    sealed interface AboutMembership extends Event
            permits EligibilityEvent,
                    RequestEvent,
                    ApprovalEvent,
                    MembershipEvent,
                    ObservationEvent,
                    ProvisioningEvent.OfMembership,
                    SignalEvent.RevokeMembership {
        MembershipKey key();

        @Override
        default String partitionKey() {
            return key().toString();
        }
    }
}
