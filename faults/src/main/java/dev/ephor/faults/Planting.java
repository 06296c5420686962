package dev.ephor.faults;

import dev.ephor.faults.nemesis.Failings;
import dev.ephor.faults.nemesis.Misfortune;
import dev.ephor.faults.nemesis.Misfortune.Collapse;
import dev.ephor.faults.nemesis.Misfortune.Crash;
import dev.ephor.faults.nemesis.Misfortune.During;
import dev.ephor.faults.nemesis.Misfortune.Kill;
import dev.ephor.faults.nemesis.Misfortune.Place;
import dev.ephor.faults.nemesis.Misfortune.Replay;
import dev.ephor.faults.nemesis.Misfortune.Wipe;
import dev.ephor.faults.nemesis.Part;
import dev.ephor.faults.weaving.Agent;
import dev.ephor.faults.weaving.CrashPoints;
import java.time.Duration;
import java.util.List;

/**
 * A bug, and the faults under which it shows.
 *
 * @param parts the services that have it
 * @param options of their JVMs, which plant it
 * @param shownBy the invariants of which it breaks one at least; others say that the machine is too
 *     busy
 * @param last whether nobody asks any more when it is provoked: what is asked later would heal it
 */
record Planting(
        String name,
        List<Part> parts,
        List<String> options,
        List<String> shownBy,
        List<Misfortune> provoking,
        boolean last) {
    private static final Duration WHILE = Duration.ofSeconds(4);
    private static final Duration TO_THE_END = Duration.ofSeconds(20);
    private static final Misfortune MEMBERSHIP_KILLED = new Kill(List.of(Part.MEMBERSHIP));

    private static final List<Planting> ALL =
            List.of(
                    woven(
                            "acknowledges-before-handling",
                            Part.APPROVAL,
                            List.of("I5"),
                            new Crash(CrashPoints.of("approval-service/heard-not-handled"))),
                    woven(
                            "acknowledges-before-flush",
                            Part.REQUEST,
                            List.of("I5"),
                            new Collapse(Part.BROKER, WHILE, Part.REQUEST)),
                    woven("no-fencing", Part.MEMBERSHIP, List.of("I6"), new Replay()),
                    woven(
                                    "queue-drops-what-failed",
                                    Part.PROVISIONING,
                                    List.of("I5", "I9"),
                                    Failings.of(Place.APPLICATION, "503", TO_THE_END))
                            .asLast(),
                    woven(
                            "no-retry-on-conflict",
                            Part.MEMBERSHIP,
                            List.of("I5"),
                            Failings.of(Place.DIRECTORY, "409", WHILE)),
                    new Planting(
                            "session-of-45-seconds",
                            List.of(Part.MEMBERSHIP),
                            List.of(
                                    "-Dkafka-streams.main.consumer.session.timeout.ms=45000",
                                    // A member that comes back is a new one, as by default.
                                    "-Dkafka-streams.main.consumer.group.instance.id=membership-${quarkus.uuid}"),
                            List.of("G7", "I5"),
                            List.of(MEMBERSHIP_KILLED),
                            false),
                    woven(
                            "running-is-ready",
                            Part.MEMBERSHIP,
                            List.of("G7"),
                            MEMBERSHIP_KILLED,
                            new Wipe()),
                    woven(
                                    "retries-in-memory-only",
                                    Part.MEMBERSHIP,
                                    List.of("I5", "I9"),
                                    new During(
                                            Failings.of(Place.DIRECTORY, "503", TO_THE_END),
                                            MEMBERSHIP_KILLED))
                            .asLast(),
                    woven("audit-after-effect", Part.MEMBERSHIP, List.of("I10")),
                    woven("mark-never-moves-back", Part.MEMBERSHIP, List.of("I5", "I9")));

    /**
     * @param only the name of one; empty for all
     */
    static List<Planting> wanted(String only) {
        List<Planting> wanted =
                ALL.stream().filter(p -> only.isEmpty() || p.name.equals(only)).toList();
        if (wanted.isEmpty()) {
            throw new IllegalStateException(
                    "no planted bug is called '%s'; there are %s"
                            .formatted(only, ALL.stream().map(Planting::name).toList()));
        }
        return wanted;
    }

    /** All their faults and no bug. */
    static Planting nothing(List<Planting> plantings) {
        return new Planting(
                "nothing",
                List.of(),
                List.of(),
                List.of(),
                plantings.stream().flatMap(p -> p.provoking().stream()).distinct().toList(),
                false);
    }

    private static Planting woven(
            String bug, Part part, List<String> shownBy, Misfortune... provoking) {
        return new Planting(
                bug, List.of(part), Agent.option(bug), shownBy, List.of(provoking), false);
    }

    private Planting asLast() {
        return new Planting(name, parts, options, shownBy, provoking, true);
    }
}
