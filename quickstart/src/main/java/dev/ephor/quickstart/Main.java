package dev.ephor.quickstart;

import dev.ephor.quickstart.bench.ApiBench;
import dev.ephor.quickstart.bench.Bench;
import dev.ephor.quickstart.bench.KillSwitchBench;
import dev.ephor.quickstart.configuring.ConfigurationCommand;
import dev.ephor.quickstart.demo.Scenario;
import dev.ephor.quickstart.issuer.TokenClient;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.platform.Setup;
import dev.ephor.quickstart.process.Ports;
import dev.ephor.quickstart.up.Guide;
import dev.ephor.quickstart.verify.AuditCommand;
import dev.ephor.quickstart.world.World;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/**
 * What {@code ./ephor} runs: one of the commands {@code demo}, {@code up}, {@code bench}, {@code
 * plan}, {@code apply}, {@code audit}.
 */
public final class Main {
    private static final PrintStream OUT = System.out;

    private Main() {}

    public static void main(String[] args) throws InterruptedException {
        List<String> words = List.of(args);
        System.exit(
                words.isEmpty()
                        ? code(refuse(""))
                        : run(words.getFirst(), words.subList(1, words.size())));
    }

    private static int run(String command, List<String> words) throws InterruptedException {
        try {
            return switch (command) {
                case "demo" -> code(demo());
                case "up" -> code(up());
                case "bench" -> code(bench(words));
                case "plan", "apply" -> configuration().run(command, words);
                case "audit" -> audit().run(words);
                default -> code(refuse(command));
            };
        } catch (IllegalStateException e) {
            System.err.println("ephor: " + e.getMessage());
            return 1;
        }
    }

    private static int code(boolean done) {
        return done ? 0 : 1;
    }

    /** The script that starts this has gone to the project's folder. */
    private static ConfigurationCommand configuration() {
        Path folder = Path.of(System.getProperty("ephor.called-from", ""));
        return new ConfigurationCommand(OUT, Addresses.fixed(), folder);
    }

    private static AuditCommand audit() {
        Path folder = Path.of(System.getProperty("ephor.called-from", ""));
        Addresses addresses = Addresses.fixed();
        return new AuditCommand(
                OUT,
                folder,
                URI.create("http://127.0.0.1:" + addresses.of(Addresses.GATEWAY)),
                variable -> auditorsToken(variable, addresses));
    }

    private static String auditorsToken(@Nullable String variable, Addresses addresses) {
        if (variable == null) {
            URI issuer = URI.create("http://127.0.0.1:" + addresses.of(Addresses.ISSUER));
            return TokenClient.token(issuer, World.AUDITOR.name());
        }
        String token = System.getenv(variable);
        if (token == null || token.isBlank()) {
            throw new IllegalStateException(
                    "the environment variable %s is not set".formatted(variable));
        }
        return token.strip();
    }

    private static boolean demo() {
        OUT.println("Ephor demo: JIT application administration. Starting the platform:");
        try (Platform platform =
                Platform.start(Setup.whole(World.ofTheScenario(), Addresses.free()), OUT)) {
            return new Scenario(platform, OUT).play();
        }
    }

    private static boolean up() throws InterruptedException {
        Addresses addresses = Addresses.fixed();
        Optional<String> taken = Ports.taken(addresses.byName());
        if (taken.isPresent()) {
            System.err.println("ephor: cannot start: " + taken.get());
            return false;
        }
        try (Platform platform =
                Platform.start(Setup.whole(World.ofTheScenario(), addresses), OUT)) {
            new Guide(platform, OUT).print();
            new CountDownLatch(1).await();
            return true;
        }
    }

    private static boolean bench(List<String> words) throws InterruptedException {
        if (!words.isEmpty() && words.getFirst().equals("killswitch")) {
            return benchKillSwitch(words.subList(1, words.size()));
        }
        return switch (String.join(" ", words)) {
            case "" -> benchWhole();
            case "api" -> benchApi();
            default -> refuse("bench " + String.join(" ", words));
        };
    }

    private static boolean benchWhole() throws InterruptedException {
        World world = Bench.world();
        OUT.println("Ephor bench. Starting the platform:");
        try (Platform platform = Platform.start(Setup.whole(world, Addresses.free()), OUT)) {
            return new Bench(platform, world, OUT).run();
        }
    }

    private static boolean benchApi() throws InterruptedException {
        var bench = new ApiBench(OUT);
        OUT.println("Ephor bench api. Starting what answers lists:");
        try (Platform platform = Platform.start(bench.setup(), OUT)) {
            return bench.run(platform);
        }
    }

    private static boolean benchKillSwitch(List<String> words) {
        boolean given = words.size() == 2 && words.getFirst().equals("--repeats");
        if (!words.isEmpty() && !(given && words.getLast().matches("[1-9][0-9]{0,3}"))) {
            return refuse("bench killswitch " + String.join(" ", words));
        }
        World world = KillSwitchBench.world();
        OUT.println("Ephor bench killswitch. Starting the platform:");
        try (Platform platform = Platform.start(Setup.whole(world, Addresses.free()), OUT)) {
            int repeats = given ? Integer.parseInt(words.getLast()) : KillSwitchBench.REPEATS;
            return new KillSwitchBench(platform, world, OUT).run(repeats);
        }
    }

    private static boolean refuse(String command) {
        System.err.println("ephor: there is no command '" + command + "'; see ./ephor --help");
        return false;
    }
}
