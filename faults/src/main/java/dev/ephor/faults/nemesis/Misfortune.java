package dev.ephor.faults.nemesis;

import dev.ephor.faults.weaving.CrashPoints.CrashPoint;
import dev.ephor.quickstart.http.Fault;
import java.time.Duration;
import java.util.List;

/** Something that is done to the platform. */
public sealed interface Misfortune {
    /** kill -9 of these at once, then all are started again. */
    record Kill(List<Part> parts) implements Misfortune {
        public Kill {
            parts = List.copyOf(parts);
        }
    }

    /**
     * kill -9 of the first, and after a while of the second as well; then both are started again.
     */
    record Collapse(Part first, Duration lull, Part second) implements Misfortune {}

    /** While directory or App1 fails, something else goes wrong too. */
    record During(Failing failing, Misfortune other) implements Misfortune {}

    /** A service dies at a named place between two steps, and is started again. */
    record Crash(CrashPoint point) implements Misfortune {
        @Override
        public String toString() {
            return "Crash[%s]".formatted(point.id());
        }
    }

    /**
     * A process is suspended for this long (SIGSTOP, SIGCONT), and wakes as if nothing had been.
     */
    record Pause(Part part, Duration time) implements Misfortune {}

    /** For this long the directory or App1 fails so, at all calls about memberships. */
    record Failing(Place place, String name, Fault fault, Duration time) implements Misfortune {
        @Override
        public String toString() {
            return "Failing[%s, %s, %s]".formatted(place, name, time);
        }
    }

    /** Every consumer hears every topic again from offset 0. */
    record Replay() implements Misfortune {}

    /** membership-service is killed, and its state on disk is lost. */
    record Wipe() implements Misfortune {}

    /** The broker is killed, and stays away for this long. */
    record Blackout(Duration time) implements Misfortune {}

    /** Nothing more goes on a part's disk for this long. */
    record DiskFull(Part part, Duration time) implements Misfortune {}

    /** The wall clock of a process is off by this for so long. */
    record ClockSet(Part part, Duration by, Duration time) implements Misfortune {}

    /** Where memberships are held, outside of Ephor. */
    enum Place {
        DIRECTORY,
        APPLICATION
    }
}
