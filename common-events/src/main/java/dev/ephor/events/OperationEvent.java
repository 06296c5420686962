package dev.ephor.events;

import java.time.Instant;

/**
 * {@code ephor.operations} (written by audit-service): what operators did to the machinery of the
 * audit log, so that the log says it of itself.
 */
public sealed interface OperationEvent extends Event {
    @Override
    default String partitionKey() {
        return "audit";
    }

    /**
     * Nobody follows the log under this name any more, and retention waits for it no longer.
     *
     * @param position the sequence that it would have taken next
     * @param size of the log by then
     * @param movedAt when it took something last
     * @param by object id of who dropped it
     */
    @EventType("dev.ephor.follower.dropped.v1")
    record FollowerDropped(
            String follower,
            long position,
            long size,
            Instant movedAt,
            String by,
            String reason,
            Instant droppedAt)
            implements OperationEvent {}
}
