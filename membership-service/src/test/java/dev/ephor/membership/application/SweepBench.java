package dev.ephor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Sweep.Pace;
import dev.ephor.membership.domain.Grants;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.http.Journal.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/**
 * Removals beside a full sweep of 10,000 groups, at the limits of a small tenant of Entra: how long
 * they wait with and without it, how long the sweep takes, and how soon a member is found who was
 * added by hand meanwhile. Not among the tests that run by themselves: {@code -Dtest=SweepBench}.
 */
class SweepBench {
    private static final int GROUPS = 10_000;
    private static final int REMOVALS = 200;
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(30), 50);

    private final EntraEmulator entra = EntraEmulator.start(0);
    private final EntraTasks tasks = new EntraTasks(entra);
    private final EntraRosters rosters = new EntraRosters();
    private final Map<MembershipKey, Instant> told = new ConcurrentHashMap<>();
    private final CountDownLatch over = new CountDownLatch(1);
    private volatile Duration swept = Duration.ZERO;

    @Test
    void removes_and_finds_drift_while_ten_thousand_groups_are_swept() {
        for (int i = 0; i < GROUPS; i++) {
            rosters.manage(tasks.group());
        }
        entra.limit(3_000, Duration.ofSeconds(150), 3_500, Duration.ofSeconds(10));
        try (var directory = new EntraDirectory(entra, 3_000, Duration.ofSeconds(150));
                var worker = worker(directory)) {
            rosters.directory = directory;
            worker.open();
            report("while classes are loaded", remove(worker));
            report("without a sweep", remove(worker));
            Thread.ofVirtual().start(() -> sweep(directory));
            await().atMost(Duration.ofMinutes(1)).until(() -> rosters.pages.get() > 100);
            report("beside the sweep", remove(worker));
            MembershipKey added = rosters.managed("").getLast().of(tasks.user()).orElseThrow();
            Instant at = Instant.now();
            entra.addMember(added.group(), added.principal());
            await().atMost(Duration.ofMinutes(2)).until(() -> told.containsKey(added));
            Duration found = Duration.between(at, told.get(added));
            System.out.printf("added by hand, found after %.1f s%n", found.toMillis() / 1e3);
            await().atMost(Duration.ofMinutes(20)).until(() -> swept.isPositive());
            System.out.printf("%d groups swept in %d s%n", GROUPS, swept.toSeconds());
            assertThat(told).containsOnlyKeys(added);
        } finally {
            over.countDown();
            entra.close();
        }
    }

    private static DirectoryWorker worker(EntraDirectory directory) {
        return new DirectoryWorker(
                directory, new Told(), new Measured(), Clock.systemUTC(), new Limits(16, 20));
    }

    private List<Entry<DirectoryEffect>> remove(DirectoryWorker worker) {
        List<DirectoryTask> removals = tasks.removals(REMOVALS);
        long before = entra.journal().size();
        worker.take(removals);
        await().atMost(Duration.ofMinutes(2)).until(() -> worker.waiting() == 0);
        return entra.journal().after(before).stream()
                .filter(entry -> entry.effect().change() == Change.REMOVE)
                .toList();
    }

    private static void report(String when, List<Entry<DirectoryEffect>> done) {
        assertThat(done).hasSize(REMOVALS);
        Duration all = Duration.between(done.getFirst().at(), done.getLast().at());
        System.out.printf("%d removals %s: %d ms%n", REMOVALS, when, all.toMillis());
    }

    private void sweep(EntraDirectory directory) {
        var sweep =
                new Sweeps(
                                rosters,
                                new NoWindows(),
                                _ -> List.of(),
                                () -> _ -> true,
                                directory,
                                sighting -> {
                                    told.put(sighting.key(), Instant.now());
                                    return CompletableFuture.completedFuture(null);
                                },
                                new Took(),
                                Clock.systemUTC(),
                                PACE)
                        .of("entra");
        try {
            Duration wait = Duration.ZERO;
            while (!over.await(wait.toNanos(), TimeUnit.NANOSECONDS)) {
                wait = sweep.step();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Took implements SweepMeasures {
        @Override
        public void read(String directory, boolean succeeded) {}

        @Override
        public void swept(String directory, int groups, Duration took) {
            swept = took;
        }

        @Override
        public void sighted(boolean present) {}
    }

    private static final class NoWindows implements FindMemberships {
        @Override
        public Optional<Grants> find(MembershipKey key) {
            return Optional.empty();
        }

        @Override
        public List<Grants> current(String prefix, Predicate<MembershipKey> wanted, int atMost) {
            return List.of();
        }
    }
}
