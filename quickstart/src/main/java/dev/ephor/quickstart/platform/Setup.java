package dev.ephor.quickstart.platform;

import dev.ephor.quickstart.world.World;
import java.util.Set;

/**
 * What a platform is made of.
 *
 * @param services which of the five are started
 * @param heapMegabytes the most that each of them takes for its objects
 */
public record Setup(
        World world, Set<ServiceName> services, int heapMegabytes, Addresses addresses) {
    /** Five JVMs share one machine's memory with a broker and a database. */
    private static final int SMALL = 96;

    public Setup {
        services = Set.copyOf(services);
    }

    /** Whether every megabyte and every moment of the start counts more than speed later on. */
    boolean isSmall() {
        return heapMegabytes <= SMALL;
    }

    /** All five, small. */
    public static Setup whole(World world, Addresses addresses) {
        return new Setup(world, Set.of(ServiceName.values()), SMALL, addresses);
    }
}
