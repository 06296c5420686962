package dev.ephor.quickstart.configuring;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.quickstart.client.ConfigurationClient;
import dev.ephor.quickstart.issuer.TokenClient;
import dev.ephor.quickstart.platform.Addresses;
import dev.ephor.quickstart.world.World;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code ./ephor plan} and {@code ./ephor apply}. */
public final class ConfigurationCommand {
    /** What {@code plan} answers where something would change. */
    public static final int DIFFERENT = 2;

    private final PrintStream out;
    private final Addresses usual;
    private final Path folder;

    /**
     * @param usual where {@code up} serves
     * @param folder from which the command was called
     */
    public ConfigurationCommand(PrintStream out, Addresses usual, Path folder) {
        this.out = out;
        this.usual = usual;
        this.folder = folder;
    }

    /**
     * @param command {@code plan} or {@code apply}
     * @return the exit code: 0, or {@link #DIFFERENT} of a plan with differences
     * @throws IllegalStateException when it cannot be done, with the reason
     */
    public int run(String command, List<String> words) {
        Arguments arguments = Arguments.of(words, folder, address(Addresses.GATEWAY));
        var client = new ConfigurationClient(arguments.server(), token(arguments.tokenFrom()));
        JsonNode differences = client.send(command, read(arguments.file()));
        boolean isPlan = command.equals("plan");
        out.print(PlanText.of(differences));
        if (differences.isEmpty()) {
            out.println("Everything is as the file wants it.");
        } else {
            out.printf(
                    "%d %s%n", differences.size(), isPlan ? "to be made so by apply." : "made so.");
        }
        return isPlan && !differences.isEmpty() ? DIFFERENT : 0;
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read " + file + ": " + e.getMessage(), e);
        }
    }

    private String token(@Nullable String variable) {
        if (variable == null) {
            return TokenClient.token(address(Addresses.ISSUER), World.ADMIN.name());
        }
        String token = System.getenv(variable);
        if (token == null || token.isBlank()) {
            throw new IllegalStateException(
                    "the environment variable %s is not set".formatted(variable));
        }
        return token.strip();
    }

    private URI address(String part) {
        return URI.create("http://127.0.0.1:" + usual.of(part));
    }
}
