package dev.ephor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.entra.DirectoryEffect.Change;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.http.Journal.Entry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Grants queued at Graph's write limit, and removals on top of them: how much of the limit is used,
 * and how long each of them waits, as the directory's own journal shows it. The bucket is a tenth
 * of Graph's and is filled as fast, 20 a second, so that the burst is short. Not among the tests
 * that run by themselves: {@code -Dtest=WriteBudgetBench}.
 */
class WriteBudgetBench {
    private static final int WRITES = 300;
    private static final Duration PER = Duration.ofSeconds(15);
    private static final int GRANTS = 3_000;
    private static final int REMOVALS = 300;

    private final EntraEmulator entra = EntraEmulator.start(0);
    private final EntraTasks tasks = new EntraTasks(entra);
    private final Measured measured = new Measured();

    @Test
    void uses_the_budget_and_lets_removals_go_first() {
        List<DirectoryTask> grants = tasks.grants(GRANTS);
        List<DirectoryTask> removals = tasks.removals(REMOVALS);
        long before = entra.journal().size();
        entra.limit(WRITES, PER, 3_500, Duration.ofSeconds(10));
        try (var directory = new EntraDirectory(entra, WRITES, PER);
                var worker =
                        new DirectoryWorker(
                                directory,
                                new Told(),
                                measured,
                                Clock.systemUTC(),
                                new Limits(16, 20))) {
            worker.open();
            Instant began = Instant.now();
            worker.take(grants);
            awaitWaiting(worker, GRANTS / 2);
            Instant ended = Instant.now();
            worker.take(removals);
            awaitWaiting(worker, 0);

            List<Entry<DirectoryEffect>> done = entra.journal().after(before);
            report(done, began, ended);
            assertThat(done).hasSize(GRANTS + REMOVALS);
        } finally {
            entra.close();
        }
    }

    private static void awaitWaiting(DirectoryWorker worker, int most) {
        await().atMost(Duration.ofMinutes(15)).until(() -> worker.waiting() <= most);
    }

    private void report(List<Entry<DirectoryEffect>> done, Instant began, Instant ended) {
        Instant last = done.getLast().at();
        double may = WRITES + WRITES * seconds(began, last) / PER.toSeconds();
        System.out.printf(
                "%d writes in %.1f s: %.1f %% of what the limit admits; answered 429: %d%n",
                done.size(),
                seconds(began, last),
                100 * done.size() / may,
                measured.throttled.get());
        wait("grants", done, Change.ADD, began);
        wait("removals", done, Change.REMOVE, ended);
    }

    private static void wait(
            String what, List<Entry<DirectoryEffect>> done, Change change, Instant since) {
        double[] waits =
                done.stream()
                        .filter(entry -> entry.effect().change() == change)
                        .mapToDouble(entry -> seconds(since, entry.at()))
                        .sorted()
                        .toArray();
        System.out.printf(
                "%s waited p50 %.2f s, p99 %.2f s, longest %.2f s%n",
                what,
                waits[waits.length / 2],
                waits[waits.length * 99 / 100],
                waits[waits.length - 1]);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
