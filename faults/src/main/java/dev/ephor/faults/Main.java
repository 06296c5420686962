package dev.ephor.faults;

import dev.ephor.faults.nemesis.Schedule;
import java.io.PrintStream;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** What {@code ./ephor faults} runs. Ends with 0 when the referee found nothing. */
public final class Main {
    private static final PrintStream OUT = System.out;

    /** Kafka's clients tell of every setting; held here, since the JDK forgets loggers. */
    private static final Logger KAFKA = Logger.getLogger("org.apache.kafka");

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        KAFKA.setLevel(Level.WARNING);
        try {
            System.exit(run(Options.parse(List.of(args))) ? 0 : 1);
        } catch (IllegalStateException e) {
            System.err.println("ephor: " + e.getMessage());
            System.exit(1);
        }
    }

    private static boolean run(Options options) throws InterruptedException {
        var suite = new Suite(options, OUT);
        return switch (options.command()) {
            case RUN -> suite.run(Schedule.drawn(options.seed(), options.intensity()));
            case BRIEF -> suite.run(Schedule.brief(options.seed()));
            case SWEEP -> suite.sweep();
            case CLOCK -> suite.run(Schedule.clocks());
            case BLACKOUT -> suite.blackout();
            case PLANTED -> new PlantedRuns(suite, Planting.wanted(options.only()), OUT).run();
        };
    }
}
