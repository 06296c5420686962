package dev.ephor.quickstart.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where the scenario is played: prints each step with its clock and keeps what was and what was not
 * confirmed.
 */
final class Stage {
    private final PrintStream out;
    private final long started = System.nanoTime();
    private final List<String> failures = new ArrayList<>();
    private int steps;
    private int confirmations;

    Stage(PrintStream out) {
        this.out = out;
    }

    void step(String title) {
        out.printf("%n%6s  %d. %s%n", clock(), ++steps, title);
    }

    void say(String line) {
        out.printf("%6s     %s%n", clock(), line);
    }

    /** Something that has to be so. */
    void confirm(String what, boolean so) {
        confirmations++;
        say((so ? "✓ " : "✗ ") + what);
        if (!so) {
            failures.add("step " + steps + ": " + what);
        }
    }

    void line(String text) {
        out.println(text);
    }

    boolean verdict() {
        out.println();
        failures.forEach(failure -> out.println("✗ " + failure));
        out.printf(
                failures.isEmpty()
                        ? "Verdict: all %d confirmations hold, each read from the directory, App1, the mail server or the answer itself.%n"
                        : "Verdict: not everything was as it has to be (%d confirmations).%n",
                confirmations);
        return failures.isEmpty();
    }

    private String clock() {
        return "%.1fs".formatted(Duration.ofNanos(System.nanoTime() - started).toMillis() / 1000.0);
    }
}
