package dev.ephor.faults;

import dev.ephor.faults.load.Moments;
import dev.ephor.quickstart.audit.LogReader;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.time.Instant;

/**
 * Waits, once nothing is asked and broken any more, until everything has come to rest.
 *
 * @param atMost what is not at rest by then never will be
 */
record Settling(Platform platform, World world, Duration atMost) {
    private static final Duration QUIET = Duration.ofSeconds(4);
    private static final Duration BETWEEN = Duration.ofMillis(200);

    void await() throws InterruptedException {
        var moments = new Moments();
        LogReader log = platform.auditLog(World.AUDITOR, SignIn.MFA);
        Instant end = Instant.now().plus(atMost);
        Instant changed = Instant.now();
        long known = -1;
        while (Instant.now().isBefore(end)
                && (isAnyoneLeft() || Instant.now().isBefore(changed.plus(QUIET)))) {
            long size = log.head().path("size").asLong();
            changed = size == known ? changed : Instant.now();
            known = size;
            moments.pause(BETWEEN);
        }
    }

    private boolean isAnyoneLeft() {
        return world.moreGroups().stream().anyMatch(this::hasMembers);
    }

    private boolean hasMembers(ManagedGroup group) {
        return !platform.entra().members(group.id()).isEmpty()
                || !platform.app1().members(group.displayName()).isEmpty();
    }
}
