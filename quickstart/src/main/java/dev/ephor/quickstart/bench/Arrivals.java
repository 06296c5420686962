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
    private Map<String, Long> directory = Map.of();
    private Map<String, Long> application = Map.of();

    Arrivals(Platform platform, ManagedGroup group) {
        this.platform = platform;
        this.group = group;
    }

    /** Waits until App1 has everybody; false when the time is over before. */
    boolean awaitAll(List<Person> people, Duration atMost) throws InterruptedException {
        long deadline = System.nanoTime() + atMost.toNanos();
        long seen = 0;
        read();
        while (application.size() < people.size() && System.nanoTime() < deadline) {
            var left = Duration.ofNanos(deadline - System.nanoTime());
            seen =
                    platform.app1()
                            .journal()
                            .await(seen, this::isArrival, left)
                            .map(e -> e.sequence())
                            .orElse(seen);
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

    private void read() {
        Map<String, Long> atDirectory = new HashMap<>();
        platform.entra().journal().entries().stream()
                .filter(e -> isArrival(e.effect()))
                .forEach(e -> atDirectory.putIfAbsent(e.effect().principal(), e.nanoTime()));
        Map<String, Long> atApplication = new HashMap<>();
        platform.app1().journal().entries().stream()
                .filter(e -> isArrival(e.effect()))
                .forEach(e -> atApplication.putIfAbsent(e.effect().externalId(), e.nanoTime()));
        directory = atDirectory;
        application = atApplication;
    }

    private boolean isArrival(DirectoryEffect effect) {
        return effect.change() == DirectoryEffect.Change.ADD && effect.group().equals(group.id());
    }

    private boolean isArrival(AppEffect effect) {
        return effect.change() == AppEffect.Change.MEMBER_ADDED
                && effect.group().equals(group.displayName());
    }
}
