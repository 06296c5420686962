package dev.ephor.faults.nemesis;

import dev.ephor.faults.nemesis.Misfortune.Failing;
import dev.ephor.faults.nemesis.Misfortune.Place;
import dev.ephor.quickstart.http.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.random.RandomGenerator;

/** How directory and App1 may fail. */
public final class Failings {
    /**
     * Shorter than a service takes to start: a call that is carried out although its caller was
     * killed is over before the next one takes anything back (docs/faults.md says what else would
     * happen).
     */
    private static final Duration SLOW = Duration.ofMillis(800);

    static final List<Entry<String, Fault>> ALL =
            List.of(
                    Map.entry("refuses (403)", Fault.refuse()),
                    Map.entry("slow", Fault.slow(SLOW)),
                    Map.entry("reset", Fault.reset()),
                    Map.entry("reset after commit", Fault.resetAfterCommit()),
                    Map.entry("409", Fault.status(409)),
                    Map.entry("429", Fault.throttled(1)),
                    Map.entry("500", Fault.status(500)),
                    Map.entry("503", Fault.status(503)),
                    Map.entry("504 after commit", Fault.statusAfterCommit(504)));

    private Failings() {}

    static Failing draw(Place place, RandomGenerator random) {
        return of(
                place,
                ALL.get(random.nextInt(ALL.size())).getKey(),
                Duration.ofMillis(random.nextInt(1_500, 5_000)));
    }

    /** By its name in {@link #ALL}. */
    public static Failing of(Place place, String name, Duration time) {
        Fault fault =
                ALL.stream()
                        .filter(e -> e.getKey().equals(name))
                        .map(Entry::getValue)
                        .findFirst()
                        .orElseThrow(
                                () -> new IllegalArgumentException("nothing fails so: " + name));
        return new Failing(place, name, fault, time);
    }
}
