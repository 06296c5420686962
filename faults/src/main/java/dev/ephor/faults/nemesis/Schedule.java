package dev.ephor.faults.nemesis;

import dev.ephor.faults.nemesis.Misfortune.Blackout;
import dev.ephor.faults.nemesis.Misfortune.ClockSet;
import dev.ephor.faults.nemesis.Misfortune.Collapse;
import dev.ephor.faults.nemesis.Misfortune.Crash;
import dev.ephor.faults.nemesis.Misfortune.DiskFull;
import dev.ephor.faults.nemesis.Misfortune.During;
import dev.ephor.faults.nemesis.Misfortune.Kill;
import dev.ephor.faults.nemesis.Misfortune.Pause;
import dev.ephor.faults.nemesis.Misfortune.Place;
import dev.ephor.faults.nemesis.Misfortune.Replay;
import dev.ephor.faults.nemesis.Misfortune.Wipe;
import dev.ephor.faults.weaving.CrashPoints;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;

/**
 * What is done, in which order, with which pauses before each. The same seed draws the same; the
 * first round does everything once, those after it do it in another order.
 */
public record Schedule(List<Step> steps) {
    /** Past the session time-outs of Streams (6 s) and, the longer one, of the inboxes (10 s). */
    private static final Duration PAST_SESSION = Duration.ofSeconds(8);

    private static final Duration PAST_INBOX_SESSION = Duration.ofSeconds(12);

    /** Windows are given again, and the referee can ask for them. */
    private static final Duration TO_GIVE = Duration.ofSeconds(9);

    private static final List<Part> HAVE_DISKS =
            List.of(Part.MEMBERSHIP, Part.BROKER, Part.POSTGRES);

    /** As far off as a wrong time zone, or a forgotten time server, makes it. */
    private static final List<Duration> WRONG =
            List.of(Duration.ofMinutes(5), Duration.ofMinutes(-5), Duration.ofHours(-1));

    private static final Duration WRONG_FOR = Duration.ofSeconds(20);
    private static final Duration DISK_FULL = Duration.ofSeconds(6);

    /** More than fit into any run. */
    private static final int ROUNDS = 100;

    /**
     * One of them.
     *
     * @param after how long to wait before it
     */
    public record Step(Duration after, Misfortune misfortune) {}

    public Schedule {
        steps = List.copyOf(steps);
    }

    public static Schedule drawn(long seed, Intensity intensity) {
        var random = new Random(seed);
        var steps = new ArrayList<Step>();
        for (int round = 0; round < ROUNDS; round++) {
            List<Misfortune> all = new ArrayList<>(everything(random));
            Collections.shuffle(all, random);
            all.forEach(m -> steps.add(new Step(after(intensity, random), m)));
        }
        return new Schedule(steps);
    }

    /** One of each kind, close upon each other; takes a minute or two. */
    public static Schedule brief(long seed) {
        var random = new Random(seed);
        List<Misfortune> some =
                new ArrayList<>(
                        List.of(
                                new Kill(List.of(Part.REQUEST, Part.APPROVAL)),
                                new Kill(List.of(Part.MEMBERSHIP)),
                                new Kill(List.of(Part.PROVISIONING, Part.AUDIT)),
                                new Kill(List.of(Part.BROKER)),
                                new Kill(List.of(Part.POSTGRES)),
                                new Pause(Part.MEMBERSHIP, PAST_SESSION),
                                Failings.draw(Place.DIRECTORY, random),
                                Failings.draw(Place.APPLICATION, random),
                                new Wipe(),
                                new DiskFull(
                                        HAVE_DISKS.get(random.nextInt(HAVE_DISKS.size())),
                                        DISK_FULL)));
        Collections.shuffle(some, random);
        some.add(new Replay());
        return of(some);
    }

    /** A service dies at every named place, one after the other. */
    public static Schedule sweep() {
        return new Schedule(
                CrashPoints.all().stream()
                        .map(point -> new Step(TO_GIVE, new Crash(point)))
                        .toList());
    }

    /** The clock of the service that ends windows is set forward and back. */
    public static Schedule clocks() {
        return of(wrongClocks());
    }

    private static List<Misfortune> wrongClocks() {
        return WRONG.stream()
                .<Misfortune>map(by -> new ClockSet(Part.MEMBERSHIP, by, WRONG_FOR))
                .toList();
    }

    /** After so long the broker is away for as long as said. */
    public static Schedule blackout(Duration after, Duration dark) {
        return new Schedule(List.of(new Step(after, new Blackout(dark))));
    }

    /** These, in their order. */
    public static Schedule of(List<Misfortune> some) {
        return new Schedule(some.stream().map(m -> new Step(Duration.ofSeconds(3), m)).toList());
    }

    private static List<Misfortune> everything(RandomGenerator random) {
        var all = new ArrayList<Misfortune>();
        Arrays.stream(Part.values()).forEach(part -> all.add(new Kill(List.of(part))));
        all.add(new Kill(List.of(Part.values())));
        all.add(new Pause(Part.MEMBERSHIP, PAST_SESSION));
        all.add(new Pause(Part.PROVISIONING, PAST_INBOX_SESSION));
        for (Place place : Place.values()) {
            for (var failing : Failings.ALL) {
                Duration time = Duration.ofMillis(random.nextInt(1_500, 5_000));
                all.add(Failings.of(place, failing.getKey(), time));
            }
        }
        all.add(new Collapse(Part.BROKER, Duration.ofSeconds(5), Part.REQUEST));
        all.add(new Collapse(Part.POSTGRES, Duration.ofSeconds(5), Part.PROVISIONING));
        all.add(
                new During(
                        Failings.of(Place.DIRECTORY, "503", Duration.ofSeconds(4)),
                        new Kill(List.of(Part.MEMBERSHIP))));
        all.add(new Replay());
        all.add(new Wipe());
        all.addAll(wrongClocks());
        HAVE_DISKS.forEach(part -> all.add(new DiskFull(part, DISK_FULL)));
        return all;
    }

    private static Duration after(Intensity intensity, RandomGenerator random) {
        return Duration.ofMillis((long) (intensity.between().toMillis() * 2 * random.nextDouble()));
    }
}
