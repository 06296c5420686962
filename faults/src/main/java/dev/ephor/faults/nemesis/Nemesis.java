package dev.ephor.faults.nemesis;

import dev.ephor.faults.load.ClientLog;
import dev.ephor.faults.load.Moments;
import dev.ephor.faults.nemesis.Misfortune.Blackout;
import dev.ephor.faults.nemesis.Misfortune.ClockSet;
import dev.ephor.faults.nemesis.Misfortune.Collapse;
import dev.ephor.faults.nemesis.Misfortune.Crash;
import dev.ephor.faults.nemesis.Misfortune.DiskFull;
import dev.ephor.faults.nemesis.Misfortune.During;
import dev.ephor.faults.nemesis.Misfortune.Failing;
import dev.ephor.faults.nemesis.Misfortune.Kill;
import dev.ephor.faults.nemesis.Misfortune.Pause;
import dev.ephor.faults.nemesis.Misfortune.Replay;
import dev.ephor.faults.nemesis.Misfortune.Wipe;
import dev.ephor.faults.nemesis.Schedule.Step;
import dev.ephor.faults.weaving.Agent;
import dev.ephor.faults.weaving.CrashPoints.CrashPoint;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.process.ChildSpec;
import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Carries a schedule out, one step after the other, and writes down what it did and when. */
public final class Nemesis {
    /** How a process ends at a crash point, as after kill -9. */
    private static final int HALTED = 137;

    private static final Duration TO_REACH = Duration.ofSeconds(60);

    private final Platform platform;
    private final Processes processes;
    private final Recovery recovery;
    private final Outside outside;
    private final ClientLog log;
    private final PrintStream out;
    private final Moments moments = new Moments();
    private final List<String> unreached = new ArrayList<>();

    public Nemesis(Platform platform, ClientLog log, PrintStream out) {
        this.platform = platform;
        this.processes = new Processes(platform);
        this.recovery = new Recovery(processes, log);
        this.outside = new Outside(platform, log, moments);
        this.log = log;
        this.out = out;
    }

    /** Everything has just been started, which is felt like any other start of a process. */
    public void sayStarted() {
        var happening = new Happening("start", "everything", "ALL");
        happening.over();
        log.write(happening.line());
    }

    /** Goes on until the schedule is done or the time is over. */
    public void carryOut(Schedule schedule, Duration atMost) throws InterruptedException {
        Instant end = Instant.now().plus(atMost);
        for (Step step : schedule.steps()) {
            moments.pause(step.after());
            if (Instant.now().isAfter(end)) {
                return;
            }
            befall(step.misfortune());
        }
    }

    private void befall(Misfortune misfortune) throws InterruptedException {
        long began = System.currentTimeMillis();
        switch (misfortune) {
            case Kill(List<Part> parts) -> kill(parts, () -> {});
            case Collapse(Part first, Duration lull, Part second) -> collapse(first, lull, second);
            case During(Failing failing, Misfortune other) ->
                    outside.fail(failing, () -> befall(other));
            case Crash(CrashPoint point) -> crash(point);
            case Pause(Part part, Duration time) -> pause(part, time);
            case Failing failing -> outside.fail(failing, () -> {});
            case Replay _ -> replay();
            case Wipe _ -> wipe();
            case Blackout(Duration time) -> blackout(time);
            case DiskFull(Part part, Duration time) -> fillDisk(part, time);
            case ClockSet(Part part, Duration by, Duration time) -> setClock(part, by, time);
        }
        out.printf(
                Locale.ROOT,
                "  %s  %-58s %5.1f s%n",
                Instant.ofEpochMilli(began).toString().substring(11, 19),
                misfortune,
                (System.currentTimeMillis() - began) / 1e3);
    }

    private void kill(List<Part> parts, Runnable between) {
        var happening = new Happening("kill", names(parts), scope(parts));
        processes.kill(parts.subList(0, 1));
        between.run();
        processes.kill(parts.subList(1, parts.size()));
        recovery.begin(parts, happening);
    }

    private void collapse(Part first, Duration lull, Part second) {
        kill(List.of(first, second), () -> moments.pauseCalmly(lull));
    }

    private void blackout(Duration time) throws InterruptedException {
        List<Part> broker = List.of(Part.BROKER);
        var happening = new Happening("blackout", names(broker), "DARK");
        processes.kill(broker);
        moments.pause(time);
        recovery.begin(broker, happening);
    }

    /** A point that nobody comes to within a minute is no point. */
    private void crash(CrashPoint point) throws InterruptedException {
        Part part = Part.named(point.service());
        var happening = new Happening("crash", point.service() + " " + point.name(), "ONE");
        ChildSpec before = processes.restart(part, Agent.option(point.id()));
        Instant end = Instant.now().plus(TO_REACH);
        while (processes.child(part).isAlive() && Instant.now().isBefore(end)) {
            moments.pause(Duration.ofMillis(20));
        }
        if (processes.child(part).isAlive() || processes.child(part).exitStatus() != HALTED) {
            unreached.add(point.id());
        }
        processes.begin(part, before);
        recovery.comeBack(List.of(part), happening);
    }

    /** The crash points at which no process died. */
    public List<String> unreached() {
        return List.copyOf(unreached);
    }

    /** Starts services again with more options of their JVMs; returns when they are ready. */
    public void alter(List<Part> parts, List<String> options) {
        var happening = new Happening("restart", names(parts), scope(parts));
        parts.forEach(part -> processes.restart(part, options));
        processes.awaitAlive(parts);
        happening.over();
        processes.awaitReady(parts);
        log.write(happening.line());
    }

    private void pause(Part part, Duration time) throws InterruptedException {
        var happening = new Happening("pause", part.text(), "ONE");
        processes.signal(part, "STOP");
        moments.pause(time);
        processes.signal(part, "CONT");
        happening.over();
        log.write(happening.line());
    }

    private void replay() {
        List<Part> services = Part.services();
        var happening = new Happening("replay", "every topic", "ALL");
        processes.kill(services);
        new Redelivery(platform).fromTheBeginning();
        recovery.begin(services, happening);
    }

    private void wipe() {
        List<Part> membership = List.of(Part.MEMBERSHIP);
        var happening = new Happening("wipe", "the windows on disk", "ONE");
        processes.kill(membership);
        StateFolder.wipe(platform.windows());
        recovery.begin(membership, happening);
    }

    private void fillDisk(Part part, Duration time) throws InterruptedException {
        if (SmallDisk.isPossible()) {
            new FullDisk(platform, processes, recovery).befall(part, time);
        } else {
            out.println("  skipped, since `mount -t tmpfs` is not allowed here: a full disk");
        }
    }

    private void setClock(Part part, Duration by, Duration time) throws InterruptedException {
        Optional<FalseTime> falseTime = FalseTime.beside(platform.windows());
        if (falseTime.isPresent()) {
            new WrongClock(falseTime.get(), processes, recovery, log).befall(part, by, time);
        } else {
            out.println("  skipped, since libfaketime is not installed: a clock that is set");
        }
    }

    private static String scope(List<Part> parts) {
        return parts.size() < 2 && !parts.contains(Part.BROKER) ? "ONE" : "ALL";
    }

    private static String names(List<Part> parts) {
        return parts.size() == Part.values().length
                ? "everything"
                : parts.stream().map(Part::text).collect(Collectors.joining(", "));
    }
}
