package dev.ephor.benchmarks.targets;

import dev.ephor.benchmarks.Pause;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * {@code ./ephor bench targets}: from an activation's event until the application was read back, at
 * steady rates, in bursts, and beside an application that is down; with the application's own
 * journal as referee.
 */
public final class TargetsBench implements AutoCloseable {
    private static final int GROUPS = 40;
    private static final int BURST_GROUPS = 20;
    private static final Duration BURST_GOAL = Duration.ofSeconds(5);
    private static final Duration CATALOGUE_READ = Duration.ofSeconds(4);

    private final PrintStream out;
    private final Delivery delivery;
    private final Run run;
    private int group;
    private boolean whole = true;

    private TargetsBench(PrintStream out) {
        this.out = out;
        this.delivery = new Delivery(out);
        this.run = new Run(delivery);
    }

    /** Starts everything; what was started ends with {@link #close}, also on Ctrl-C. */
    public static TargetsBench start(PrintStream out) {
        return new TargetsBench(out);
    }

    /** Runs it; true when every change was made once, and the bursts met their goal. */
    public boolean run() throws InterruptedException {
        Catalogue.define(delivery, GROUPS, 1);
        Pause.until(Instant.now().plus(CATALOGUE_READ));
        out.println("Warming up: every person is created in the application");
        run.of("", Run.atOnce(next(1), People.COUNT, true));
        run.of("", Run.steady(1, next(1), 50, 500));
        Row.head(out);
        steady(1, 20);
        steady(10, 200);
        steady(100, People.COUNT);
        bursts();
        besideOneThatIsDown();
        return whole;
    }

    private void steady(int perSecond, int count) throws InterruptedException {
        take(
                run.of(
                        "%d a second, one group".formatted(perSecond),
                        Run.steady(1, next(1), perSecond, count)));
    }

    private void bursts() throws InterruptedException {
        int many = next(BURST_GROUPS);
        goal(
                run.of(
                        "1,000 within 10 s, %d groups".formatted(BURST_GROUPS),
                        Run.steady(BURST_GROUPS, many, 100, People.COUNT)));
        int one = next(1);
        goal(run.of("1,000 at once, one group", Run.atOnce(one, People.COUNT, true)));
        goal(run.of("1,000 removed at once", Run.atOnce(one, People.COUNT, false)));
    }

    private void besideOneThatIsDown() throws InterruptedException {
        take(run.of("10 a second, the other idle", Run.steady(1, next(1), 10, 200)));
        delivery.other().faults().add(FaultRule.always("", "", Fault.slow(Duration.ofHours(1))));
        List<Change> beside = Run.steady(1, GROUPS, 10, 200);
        take(
                run.of(
                        "10 a second, the other silent, 10 a second too",
                        Run.steady(1, next(1), 10, 200),
                        beside));
    }

    /** The numbers of so many groups that nobody used yet. */
    private int next(int groups) {
        int first = group;
        group += groups;
        if (group > GROUPS) {
            throw new IllegalStateException("there are %d groups only".formatted(GROUPS));
        }
        return first;
    }

    private void take(Row row) {
        row.print(out);
        whole &= row.isWhole();
    }

    private void goal(Row row) {
        take(row);
        if (row.afterTheLast().compareTo(BURST_GOAL) > 0) {
            out.printf("    over the goal of %d s after the last%n", BURST_GOAL.toSeconds());
            whole = false;
        }
    }

    @Override
    public void close() {
        delivery.close();
    }
}
