package dev.ephor.faults.nemesis;

import dev.ephor.faults.load.ClientLog;
import dev.ephor.faults.load.Moments;
import dev.ephor.quickstart.process.ChildSpec;
import java.time.Duration;
import java.util.List;

/**
 * The clock of a process's host is set, goes wrong for a while, and is put right. The process is
 * started anew for that, and again when it is over; what counts is what lies between.
 */
record WrongClock(FalseTime time, Processes processes, Recovery recovery, ClientLog log) {
    /** Long enough to see whether all is well. */
    private static final Duration CALM = Duration.ofSeconds(6);

    void befall(Part part, Duration by, Duration lasting) throws InterruptedException {
        var moments = new Moments();
        List<Part> parts = List.of(part);
        time.set(Duration.ZERO);
        var moved = new Happening("started with a clock of its own", part.text(), "ONE");
        ChildSpec before = processes.restart(part, time.environment());
        recovery.comeBack(parts, moved);
        moments.pause(CALM);
        set(part, by);
        moments.pause(lasting);
        set(part, Duration.ZERO);
        moments.pause(CALM);
        moved = new Happening("started with the host's clock", part.text(), "ONE");
        processes.kill(parts);
        processes.begin(part, before);
        recovery.comeBack(parts, moved);
    }

    /** Over at once: a wrong clock that lasts is no excuse. */
    private void set(Part part, Duration to) {
        var set = new Happening("clock set", "%s to %s".formatted(part.text(), to), "ONE");
        time.set(to);
        set.over();
        log.write(set.line());
    }
}
