package dev.ephor.benchmarks.windows;

import dev.ephor.benchmarks.Folder;
import dev.ephor.quickstart.entra.EntraEmulator;
import dev.ephor.quickstart.process.Children;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./ephor bench windows}: many live windows in one membership-service of 512 MiB, and the
 * same number of timers in db-scheduler and Quartz on PostgreSQL, turn by turn in one run; then
 * what only Ephor is asked for: a steady thousand ends a second, fifty thousand in one second, and
 * restarts.
 */
public final class WindowsBench implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;
    private static final int STEADY_RATE = 200;
    private static final int STEADY_SECONDS = 10;
    private static final int BURST = 5_000;
    private static final int WARM_UPS = 4;

    /** Quartz would need a minute for the others' burst. */
    private static final int QUARTZ_BURST = 500;

    private static final int QUARTZ_RATE = 50;

    private final Scale scale;
    private final PrintStream out;
    private final Children children = new Children();
    private final Report report;
    private final Instance instance;
    private final EphorTimers ephor;
    private final List<Timers> peers;

    private WindowsBench(Scale scale, PrintStream out) {
        this.scale = scale;
        this.out = out;
        this.report = new Report(out);
        Path folder = children.closing(Folder.named("ephor-windows-")).path();
        EntraEmulator entra = children.closing(EntraEmulator.start(0));
        this.instance = new Instance(children, folder, entra, out);
        out.printf(
                "Starting broker%s membership-service in %s%n",
                scale.alone() ? " and" : ", PostgreSQL and", folder);
        instance.startBroker();
        instance.startService();
        this.ephor = children.closing(new EphorTimers(instance, out));
        Catalogue.define(entra, ephor.line(), groups());
        this.peers = scale.alone() ? List.of() : peers(folder);
    }

    private List<Timers> peers(Path folder) {
        Peers database = children.closing(new Peers(folder));
        var table = new DbSchedulerTimers.Table(database);
        return List.of(
                children.closing(new DbSchedulerTimers(database, table, Duration.ofMillis(100))),
                children.closing(new DbSchedulerTimers(database, table, Duration.ofMillis(20))),
                children.closing(new QuartzTimers(database)));
    }

    /** Starts everything; what was started ends with {@link #close}, also on Ctrl-C. */
    public static WindowsBench start(Scale scale, PrintStream out) {
        return new WindowsBench(scale, out);
    }

    /** Runs it; true when nothing was lost, doubled or early anywhere in Ephor. */
    public boolean run() throws InterruptedException {
        warmUp(scale.levels().getFirst());
        for (int level : scale.levels()) {
            compareAt(level);
        }
        report.growth(ephor.name());
        var alone = new Alone(instance, ephor, out);
        boolean whole = alone.run(scale.windows());
        return whole && report.whole(ephor.name());
    }

    /** Without it the first level pays for the compilers, and growth could not be told. */
    private void warmUp(int level) throws InterruptedException {
        out.printf("%nWarming up with %,d pending%n", level);
        for (Timers timers : all()) {
            timers.fill(level);
            for (int i = 0; i < WARM_UPS; i++) {
                Run.burst(timers, level, burst(timers));
            }
        }
    }

    private void compareAt(int level) throws InterruptedException {
        out.printf("%n%,d pending%n", level);
        for (Timers timers : all()) {
            timers.fill(level);
        }
        for (Timers timers : all()) {
            report.idle(timers.name(), level, Run.idleSecond(timers, IDLE_SECONDS));
        }
        for (int repeat : scale.repeatsAt(level).toArray()) {
            for (Timers timers : all()) {
                report.burst(repeat, Run.burst(timers, level, burst(timers)));
            }
        }
        if (level == scale.windows()) {
            for (Timers timers : all()) {
                report.steady(Run.steady(timers, level, rate(timers), STEADY_SECONDS));
            }
            all().forEach(timers -> report.durability(timers.name(), timers.durability()));
            report.ratios(ephor.name(), level);
        }
    }

    private List<Timers> all() {
        var all = new ArrayList<Timers>();
        all.add(ephor);
        all.addAll(peers);
        return all;
    }

    private static int burst(Timers timers) {
        return timers instanceof QuartzTimers ? QUARTZ_BURST : BURST;
    }

    private static int rate(Timers timers) {
        return timers instanceof QuartzTimers ? QUARTZ_RATE : STEADY_RATE;
    }

    /** Enough for everything that is opened, each window with a key of its own. */
    private int groups() {
        int bursts = (WARM_UPS + scale.levels().size() * 2 + scale.repeats()) * BURST;
        int windows = scale.windows() + bursts + STEADY_RATE * STEADY_SECONDS + Alone.WINDOWS;
        return windows / Keys.PEOPLE + 1;
    }

    @Override
    public void close() {
        children.close();
    }
}
