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
import java.util.ArrayList;
import java.util.List;

/** Trials, each on a platform of its own. */
public final class Suite {
    private static final Duration REST = Duration.ofSeconds(60);

    private final Options options;
    private final PrintStream out;

    Suite(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** The short form, as tests run it; returns what the referee said last. */
    public static String brief(long seed, PrintStream out) throws InterruptedException {
        var options =
                new Options(Options.Command.BRIEF, seed, Duration.ofMinutes(5), Intensity.LOW, "");
        Schedule schedule = Schedule.brief(seed);
        return new Suite(options, out)
                .trial(
                        String.valueOf(seed),
                        REST,
                        (nemesis, _) -> nemesis.carryOut(schedule, options.duration()))
                .verdict();
    }

    boolean run(Schedule schedule) throws InterruptedException {
        return trial(
                        String.valueOf(options.seed()),
                        REST,
                        (nemesis, _) -> nemesis.carryOut(schedule, options.duration()))
                .passed();
    }

    /** Whether every crash point was reached, and the referee found nothing. */
    boolean sweep() throws InterruptedException {
        List<String> unreached = new ArrayList<>();
        Judged judged =
                trial(
                        "sweep",
                        REST,
                        (nemesis, _) -> {
                            nemesis.carryOut(Schedule.sweep(), Duration.ofHours(1));
                            unreached.addAll(nemesis.unreached());
                        });
        unreached.forEach(point -> out.println("  NOT REACHED: " + point));
        return judged.passed() && unreached.isEmpty();
    }

    Judged trial(String name, Duration rest, Meanwhile meanwhile) throws InterruptedException {
        Path folder = folder(name);
        out.printf(
                "Ephor faults: seed %d, intensity %s; what is written down is in %s%n",
                options.seed(), options.intensity(), folder);
        World world = Load.world(options.intensity().people());
        try (Platform platform = Platform.start(Setup.whole(world, Addresses.free()), out)) {
            return new Trial(platform, world, folder, out).hold(options.seed(), rest, meanwhile);
        }
    }

    private static Path folder(String name) {
        try {
            return Files.createDirectories(Path.of(".ephor", "faults", name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
