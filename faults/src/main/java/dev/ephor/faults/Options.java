package dev.ephor.faults;

import dev.ephor.faults.nemesis.Intensity;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * What the command was called with.
 *
 * @param seed draws what is done and who asks for what
 * @param given how long, where that was said
 * @param only the one planted bug to be looked for; empty for all
 */
record Options(
        Command command, long seed, @Nullable Duration given, Intensity intensity, String only) {
    /** Which of the suites. */
    enum Command {
        RUN(Duration.ofMinutes(10)),
        BRIEF(Duration.ofMinutes(5)),
        SWEEP(Duration.ofHours(1)),
        CLOCK(Duration.ofMinutes(10)),
        BLACKOUT(Duration.ofMinutes(1)),
        PLANTED(Duration.ZERO);

        private final Duration usual;

        Command(Duration usual) {
            this.usual = usual;
        }
    }

    /** How long a run lasts at most, or how long the broker is away. */
    Duration duration() {
        return given == null ? command.usual : given;
    }

    static Options parse(List<String> words) {
        var options =
                new Options(Command.RUN, new Random().nextInt(1 << 30), null, Intensity.NORMAL, "");
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            options =
                    switch (word) {
                        case "--brief" -> options.with(Command.BRIEF);
                        case "--sweep" -> options.with(Command.SWEEP);
                        case "--clock" -> options.with(Command.CLOCK);
                        case "--blackout" -> options.with(Command.BLACKOUT);
                        case "--planted" -> options.with(Command.PLANTED);
                        case "--seed", "--duration", "--intensity", "--only" -> {
                            if (++i == words.size()) {
                                throw new IllegalStateException(word + " needs a value");
                            }
                            yield options.with(word, words.get(i));
                        }
                        default ->
                                throw new IllegalStateException(
                                        "there is no option '%s'; see ./ephor --help"
                                                .formatted(word));
                    };
        }
        return options;
    }

    private Options with(Command other) {
        return new Options(other, seed, given, intensity, only);
    }

    private Options with(String option, String value) {
        try {
            return switch (option) {
                case "--seed" ->
                        new Options(command, Long.parseLong(value), given, intensity, only);
                case "--duration" ->
                        new Options(command, seed, Duration.parse(value), intensity, only);
                case "--only" -> new Options(command, seed, given, intensity, value);
                default -> with(Intensity.valueOf(value.toUpperCase(Locale.ROOT)));
            };
        } catch (IllegalArgumentException | DateTimeParseException e) {
            throw new IllegalStateException(
                    "%s cannot be '%s': --seed takes a whole number, --duration one like PT10M, --intensity low, normal or high"
                            .formatted(option, value),
                    e);
        }
    }

    private Options with(Intensity other) {
        return new Options(command, seed, given, other, only);
    }
}
