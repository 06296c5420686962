package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Redaction;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.delivering.Connection.Lease;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls that only read, each made as a grant would be: in the places that grants have, and not
 * while the target asks to be left alone. What they find out of the target holds for its lanes too.
 */
final class Asking {
    private final TargetId id;
    private final Targets targets;
    private final Connector connector;
    private final Redaction redaction;
    private final Clock clock;

    /**
     * @param lease of a connection that there is
     */
    Asking(TargetId id, Lease lease, Targets targets, Clock clock) {
        this.id = id;
        this.targets = targets;
        this.connector = Objects.requireNonNull(lease.connector());
        this.redaction = new Redaction(lease.opening().secrets());
        this.clock = clock;
    }

    /** The target cannot be read now. */
    static final class Unread extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unread(String why) {
            super(why, null, false, false);
        }
    }

    /**
     * @param answers what a result says of the target
     * @throws Unread where the target may not be asked now
     */
    <T> T ask(Supplier<T> call, Function<T, List<Answer>> answers) throws InterruptedException {
        return targets.at(id).gate().pass(Change.GRANT, () -> asked(call, answers));
    }

    private <T> T asked(Supplier<T> call, Function<T, List<Answer>> answers) {
        Traffic traffic = targets.at(id).traffic();
        Instant now = clock.instant();
        return switch (traffic.ask(Change.GRANT, 0, connector.writeBudget(), now)) {
            case Passage.Later(var until) ->
                    throw new Unread("it asked to be left alone until " + until);
            case Passage.Held held -> throw new Unread(held.reason());
            case Passage.Go go -> made(call, answers, go.probe());
        };
    }

    private <T> T made(Supplier<T> call, Function<T, List<Answer>> answers, boolean probe) {
        Traffic traffic = targets.at(id).traffic();
        boolean answersAgain = false;
        try {
            T result = call.get();
            List<Verdict> heard = answers.apply(result).stream().map(this::verdict).toList();
            answersAgain = traffic.heard(heard, clock.instant());
            return result;
        } finally {
            if (probe) {
                traffic.probed();
            }
            targets.called(id, answersAgain);
        }
    }

    private Verdict verdict(Answer answer) {
        if (answer.succeeded()) {
            return new Verdict(Verdict.Kind.CONFIRMED, "", null);
        }
        Verdict refused = Judging.refused(answer);
        return new Verdict(refused.kind(), redaction.of(refused.answer()), refused.retryAfter());
    }
}
