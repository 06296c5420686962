package dev.ephor.events;

import java.time.Instant;

/** How a target as a whole is doing; keyed by the target, for it is about no membership. */
public sealed interface TargetEvent extends ProvisioningEvent {
    String tenant();

    String target();

    @Override
    default String partitionKey() {
        return "target/" + tenant() + "/" + target();
    }

    /**
     * A target has failed for so long that grants are tried rarely; removals are tried as before.
     *
     * @param quarantineId the same in the event that ends it
     * @param failingSince since when no call was answered
     * @param lastAnswer what came back last, in one line
     */
    @EventType("dev.ephor.target.quarantined.v1")
    record TargetQuarantined(
            String tenant,
            String target,
            String quarantineId,
            Instant failingSince,
            String lastAnswer,
            Instant quarantinedAt)
            implements TargetEvent {}

    /** A target in quarantine answered: everything that waits for it is sent. */
    @EventType("dev.ephor.target.released.v1")
    record TargetReleased(
            String tenant,
            String target,
            String quarantineId,
            Instant quarantinedAt,
            Instant releasedAt)
            implements TargetEvent {}
}
