package dev.ephor.faults.nemesis;

import dev.ephor.faults.load.Moments;
import dev.ephor.quickstart.platform.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The disk of a part is full for a while, and then has room again. */
record FullDisk(Platform platform, Processes processes, Recovery recovery) {
    /** Long enough to see whether all is well on the other disk. */
    private static final Duration CALM = Duration.ofSeconds(6);

    /** A service that cannot start ends by then. */
    private static final Duration TO_END = Duration.ofSeconds(20);

    void befall(Part part, Duration time) throws InterruptedException {
        var moments = new Moments();
        List<Part> parts = List.of(part);
        Happening moved = happening("moved to a small disk", part);
        processes.kill(parts);
        try (SmallDisk disk = SmallDisk.under(folder(part))) {
            recovery.begin(parts, moved);
            moments.pause(CALM);
            Happening full = happening("disk full", part);
            disk.fill();
            moments.pause(time);
            if (part.isService()) {
                // What it has open it may go on with; what is started meets the full disk at once.
                processes.kill(parts);
                processes.begin(parts);
                awaitEnd(part, moments);
            }
            disk.free();
            restartWhatEnded(part);
            recovery.comeBack(parts, full);
            moments.pause(CALM);
            moved = happening("moved back", part);
            processes.kill(parts);
        }
        recovery.begin(parts, moved);
    }

    private void awaitEnd(Part part, Moments moments) throws InterruptedException {
        Instant end = Instant.now().plus(TO_END);
        while (processes.isAlive(part) && Instant.now().isBefore(end)) {
            moments.pause(Duration.ofMillis(100));
        }
    }

    /** As whoever looks after processes does. */
    private void restartWhatEnded(Part part) {
        if (!processes.isAlive(part)) {
            processes.kill(List.of(part));
            processes.begin(List.of(part));
        }
    }

    private Path folder(Part part) {
        return switch (part) {
            case BROKER -> platform.broker().data();
            case POSTGRES -> platform.database().data();
            case MEMBERSHIP -> platform.windows();
            default -> throw new IllegalArgumentException(part.text() + " keeps nothing on disk");
        };
    }

    private static Happening happening(String kind, Part part) {
        return new Happening(kind, part.text(), part == Part.BROKER ? "ALL" : "ONE");
    }
}
