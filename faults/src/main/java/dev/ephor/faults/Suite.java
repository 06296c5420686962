package dev.ephor.faults;

import dev.ephor.faults.RefereeProcess.Judged;
import dev.ephor.faults.Trial.Meanwhile;
import dev.ephor.faults.load.Load;
import dev.ephor.faults.nemesis.Intensity;
import dev.ephor.faults.nemesis.Schedule;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.Setup;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Trials, each on a platform of its own. */
public final class Suite {
    private static final Duration REST = Duration.ofSeconds(60);

    /** With three groups each, a thousand memberships. */
    private static final int PEOPLE_IN_THE_DARK = 334;

    /** How long before the broker goes the first of them ends. */
    private static final Duration EDGE = Duration.ofSeconds(1);

    /** From the last request until everybody is a member. */
    private static final Duration TO_GRANT = Duration.ofSeconds(20);

    /** Tests run on machines of which nothing is known; the goals are held against others. */
    private static final int SLACK_OF_TESTS = 4;

    private final Options options;
    private final PrintStream out;
    private final int slack;

    Suite(Options options, PrintStream out) {
        this(options, out, 1);
    }

    private Suite(Options options, PrintStream out, int slack) {
        this.options = options;
        this.out = out;
        this.slack = slack;
    }

    /** The short form, as tests run it; returns what the referee said last. */
    public static String brief(long seed, PrintStream out) throws InterruptedException {
        var options = new Options(Options.Command.BRIEF, seed, null, Intensity.LOW, "");
        return new Suite(options, out, SLACK_OF_TESTS).judged(Schedule.brief(seed)).verdict();
    }

    boolean run(Schedule schedule) throws InterruptedException {
        return judged(schedule).passed();
    }

    private Judged judged(Schedule schedule) throws InterruptedException {
        return trial(
                String.valueOf(options.seed()),
                REST,
                (nemesis, load) -> {
                    load.live(options.seed());
                    load.meddle();
                    nemesis.carryOut(schedule, options.duration());
                });
    }

    /** Whether every crash point was reached, and the referee found nothing. */
    boolean sweep() throws InterruptedException {
        List<String> unreached = new ArrayList<>();
        Judged judged =
                trial(
                        "sweep",
                        REST,
                        (nemesis, load) -> {
                            load.live(options.seed());
                            nemesis.carryOut(Schedule.sweep(), options.duration());
                            unreached.addAll(nemesis.unreached());
                        });
        unreached.forEach(point -> out.println("  NOT REACHED: " + point));
        return judged.passed() && unreached.isEmpty();
    }

    /** A thousand windows end while the broker goes and is away. */
    boolean blackout() throws InterruptedException {
        return trial(
                        "blackout",
                        Load.world(PEOPLE_IN_THE_DARK),
                        REST,
                        (nemesis, load) -> {
                            Duration before = load.timeToAppoint().plus(TO_GRANT);
                            Duration dark = options.duration();
                            // The first end while the broker is still there, and the next when it
                            // is just gone.
                            load.appoint(Instant.now().plus(before).minus(EDGE), dark);
                            nemesis.carryOut(Schedule.blackout(before, dark), before.plus(dark));
                        })
                .passed();
    }

    Judged trial(String name, Duration rest, Meanwhile meanwhile) throws InterruptedException {
        return trial(name, Load.world(options.intensity().people()), rest, meanwhile);
    }

    private Judged trial(String name, World world, Duration rest, Meanwhile meanwhile)
            throws InterruptedException {
        Path folder = folder(name);
        out.printf(
                "Ephor faults: seed %d, intensity %s; what is written down is in %s%n",
                options.seed(), options.intensity(), folder);
        try (Platform platform = Platform.start(Setup.whole(world, Addresses.free()), out)) {
            return new Trial(platform, world, folder, out, slack)
                    .hold(rest.multipliedBy(slack), meanwhile);
        }
    }

    long seed() {
        return options.seed();
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of(".ephor", "faults", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
