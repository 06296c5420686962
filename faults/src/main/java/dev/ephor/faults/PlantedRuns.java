package dev.ephor.faults;

import dev.ephor.faults.RefereeProcess.Judged;
import dev.ephor.faults.load.Moments;
import dev.ephor.faults.nemesis.Schedule;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tests the suite: the faults of all plantings pass while nothing is planted, and each planted bug
 * fails under its own, in an invariant that is about it.
 */
record PlantedRuns(Suite suite, List<Planting> plantings, PrintStream out) {
    private static final Duration BEFORE = Duration.ofSeconds(8);

    /**
     * A window that began while something failed has to show, when it is over, that it was given.
     */
    private static final Duration AFTER = Duration.ofSeconds(16);

    /** What a bug leaves behind is still there then. */
    private static final Duration REST = Duration.ofSeconds(25);

    boolean run() throws InterruptedException {
        List<String> results = new ArrayList<>();
        Judged clean = hold(Planting.nothing(plantings));
        results.add(
                line(
                        clean.passed() ? "GREEN" : "RED, and should not be",
                        "nothing planted",
                        clean));
        boolean asWanted = clean.passed();
        int found = 0;
        for (Planting planting : plantings) {
            Judged judged = hold(planting);
            boolean shown = judged.broke(planting.shownBy());
            results.add(
                    line(
                            shown ? "RED" : "NOT FOUND by any of " + planting.shownBy(),
                            planting.name(),
                            judged));
            found += shown ? 1 : 0;
        }
        results.forEach(out::println);
        out.printf("%d of %d planted bugs found%n", found, plantings.size());
        return asWanted && found == plantings.size();
    }

    private Judged hold(Planting planting) throws InterruptedException {
        out.println();
        out.println("Planted: " + planting.name());
        return suite.trial(
                "planted-" + planting.name().replace(' ', '-'),
                REST,
                (nemesis, load) -> {
                    var moments = new Moments();
                    load.live(suite.seed());
                    if (!planting.parts().isEmpty()) {
                        nemesis.alter(planting.parts(), planting.options());
                    }
                    moments.pause(BEFORE);
                    if (planting.last()) {
                        load.callOff();
                    }
                    nemesis.carryOut(Schedule.of(planting.provoking()), Duration.ofMinutes(10));
                    moments.pause(AFTER);
                });
    }

    private static String line(String colour, String name, Judged judged) {
        return String.format(Locale.ROOT, "  %-24s %-28s %s", colour, name, judged.verdict());
    }
}
