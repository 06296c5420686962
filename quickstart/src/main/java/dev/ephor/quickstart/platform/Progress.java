package dev.ephor.quickstart.platform;

import java.io.PrintStream;

/** Tells what is being started and what is waited for, with the time since the beginning. */
final class Progress {
    private final PrintStream out;
    private final long started = System.nanoTime();

    Progress(PrintStream out) {
        this.out = out;
    }

    void say(String what) {
        out.printf("  %5.1f s  %s%n", (System.nanoTime() - started) / 1e9, what);
    }
}
