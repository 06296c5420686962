package dev.ephor.provisioning.rest;

import dev.ephor.connector.Answer;
import dev.ephor.provisioning.application.SpeakToTargets.Trial;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of testing a target, on the wire.
 *
 * @param outcome {@code fine}, {@code rejected}, {@code transient} or {@code unreachable}
 * @param called whether the target was called; else only its definition was looked at
 * @param answer what is wrong, in one line
 */
public record Tested(
        String outcome,
        boolean called,
        @Nullable String answer,
        long tookMillis,
        List<Shown> exchanges) {

    static Tested of(Trial trial, boolean called) {
        String why = trial.answer().why();
        return new Tested(
                outcome(trial.answer()),
                called,
                why.isEmpty() ? null : why,
                trial.took().toMillis(),
                trial.exchanges().stream().map(Shown::of).toList());
    }

    private static String outcome(Answer answer) {
        return switch (answer) {
            case Answer.Applied _, Answer.Observed _ -> "fine";
            case Answer.Rejected _ -> "rejected";
            case Answer.Transient _ -> "transient";
            case Answer.Unreachable _ -> "unreachable";
        };
    }
}
