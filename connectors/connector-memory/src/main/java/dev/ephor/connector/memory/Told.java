package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whoever listens of a call, as a connector onto a wire would. */
final class Told {

    private Told() {}

    static void of(Call call, List<Membership> memberships, List<Answer> answers) {
        if (memberships.isEmpty() || !Exchanges.areHeard()) {
            return;
        }
        Membership first = memberships.getFirst();
        Exchanges.note(
                new Exchange(
                        call.name().toLowerCase(Locale.ROOT),
                        "memory:" + first.group().id() + "/" + first.access(),
                        memberships.stream()
                                .map(m -> m.principal().id())
                                .collect(Collectors.joining(" ")),
                        status(answers.getFirst()),
                        answers.stream().map(Answer::toString).collect(Collectors.joining(" ")),
                        Duration.ZERO));
    }

    /** As HTTP has it. */
    private static @Nullable Integer status(Answer answer) {
        return switch (answer) {
            case Answer.Applied _, Answer.Observed _ -> 200;
            case Answer.Transient _ -> 503;
            case Answer.Rejected _ -> 400;
            case Answer.Unreachable _ -> null;
        };
    }
}
