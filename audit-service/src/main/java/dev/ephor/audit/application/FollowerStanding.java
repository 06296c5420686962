package dev.ephor.audit.application;

import java.time.Instant;

/**
 * Where a follower of the log is.
 *
 * @param position the sequence that it takes next
 * @param movedAt when it took something last
 */
public record FollowerStanding(String name, long position, Instant movedAt) {}
