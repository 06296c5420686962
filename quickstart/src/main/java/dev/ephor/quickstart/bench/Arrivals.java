package dev.ephor.quickstart.bench;

import dev.ephor.quickstart.app.AppEffect;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * When members arrived in a group, by the journals of directory and App1: what Ephor says does not
 * count.
 */
final class Arrivals {
    private final Platform platform;
    private final ManagedGroup group;
    private final Map<String, Long> directory = new HashMap<>();
    private final Map<String, Long> application = new HashMap<>();
    private long directorySeen;
    private long applicationSeen;

    Arrivals(Platform platform, ManagedGroup group) {
        this.platform = platform;
        this.group = group;
    }

    /** Waits until App1 has everybody; false when the time is over before. */
    boolean awaitAll(List<Person> people, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        read();
        while (application.size() < people.size() && System.nanoTime() < deadline) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            platform.app1().journal().await(applicationSeen, this::isArrival, left);
            read();
        }
        return application.size() >= people.size();
    }

    int count() {
        return application.size();
    }

    long atDirectory(Person person) {
        return directory.getOrDefault(person.id(), Long.MAX_VALUE);
    }

    long atApplication(Person person) {
        return application.getOrDefault(person.id(), Long.MAX_VALUE);
    }

    long lastAtApplication() {
        return application.values().stream()
                .mapToLong(Long::longValue)
                .max()
                .orElse(Long.MAX_VALUE);
    }

    /** Takes in what the journals have got since the last look. */
    private void read() {
        for (var entry : platform.entra().journal().after(directorySeen)) {
            directorySeen = entry.sequence();
            if (isArrival(entry.effect())) {
                directory.putIfAbsent(entry.effect().principal(), entry.nanoTime());
            }
        }
        for (var entry : platform.app1().journal().after(applicationSeen)) {
            applicationSeen = entry.sequence();
            if (isArrival(entry.effect())) {
                application.putIfAbsent(entry.effect().externalId(), entry.nanoTime());
            }
        }
    }

    private boolean isArrival(DirectoryEffect effect) {
        return effect.change() == DirectoryEffect.Change.ADD && effect.group().equals(group.id());
    }

    private boolean isArrival(AppEffect effect) {
        return effect.change() == AppEffect.Change.MEMBER_ADDED
                && effect.group().equals(group.displayName());
    }
}
