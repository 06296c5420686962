package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Exchange;
import dev.ephor.connector.Exchanges;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Redaction;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One exchange with a target: everything is told in one call, and what was accepted is read back,
 * now or earlier.
 */
@ApplicationScoped
class Telling {
    private final Naming naming;

    Telling(Naming naming) {
        this.naming = naming;
    }

    /**
     * What a target made of it.
     *
     * @param verdicts one for each delivery, in the same order; a failure is one too
     */
    record Told(List<Verdict> verdicts, List<Exchange> exchanges) {}

    /**
     * @param secrets that must not be read in what comes back
     */
    Told tell(
            Connector connector, Change change, List<DueDelivery> deliveries, Set<String> secrets) {
        var heard = Exchanges.during(secrets, () -> tell(connector, change, deliveries));
        var redaction = new Redaction(secrets);
        List<Verdict> verdicts =
                heard.result().stream()
                        .map(v -> new Verdict(v.kind(), redaction.of(v.answer()), v.retryAfter()))
                        .toList();
        return new Told(verdicts, heard.exchanges());
    }

    private List<Verdict> tell(Connector connector, Change change, List<DueDelivery> deliveries) {
        List<Membership> memberships =
                deliveries.stream().map(delivery -> naming.of(delivery.key())).toList();
        List<Answer> told = told(connector, change, deliveries, memberships);
        List<Membership> accepted =
                IntStream.range(0, told.size())
                        .filter(i -> told.get(i).succeeded())
                        .mapToObj(memberships::get)
                        .toList();
        List<Answer> read = accepted.isEmpty() ? List.of() : answers(accepted, connector::observe);
        return verdicts(change, told, read.iterator());
    }

    /** What was accepted before is not told again. */
    private static List<Answer> told(
            Connector connector,
            Change change,
            List<DueDelivery> deliveries,
            List<Membership> memberships) {
        List<Membership> untold =
                IntStream.range(0, deliveries.size())
                        .filter(i -> deliveries.get(i).accepted() == null)
                        .mapToObj(memberships::get)
                        .toList();
        Iterator<Answer> answers =
                untold.isEmpty()
                        ? Collections.emptyIterator()
                        : answers(
                                        untold,
                                        change == Change.GRANT
                                                ? connector::grant
                                                : connector::withdraw)
                                .iterator();
        return deliveries.stream()
                .map(d -> d.accepted() == null ? answers.next() : new Answer.Applied())
                .toList();
    }

    private static List<Verdict> verdicts(
            Change change, List<Answer> told, Iterator<Answer> readOfAccepted) {
        var verdicts = new ArrayList<Verdict>();
        for (Answer answer : told) {
            verdicts.add(
                    answer.succeeded()
                            ? Judging.readBack(change, readOfAccepted.next())
                            : Judging.refused(answer));
        }
        return verdicts;
    }

    /** A connector throws only for a bug of its own; others must not suffer from it. */
    private static List<Answer> answers(
            List<Membership> memberships, Function<List<Membership>, List<Answer>> call) {
        String bug;
        try {
            List<Answer> answers = call.apply(memberships);
            if (answers.size() == memberships.size()) {
                return answers;
            }
            bug = "%d answers to %d questions".formatted(answers.size(), memberships.size());
        } catch (RuntimeException e) {
            bug = withoutItsText(e);
        }
        return Collections.nCopies(
                memberships.size(), new Answer.Transient("the connector has a bug: " + bug, null));
    }

    /** What is thrown may quote what was sent, a secret too; where it was thrown finds the bug. */
    static String withoutItsText(RuntimeException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return thrown.getClass().getSimpleName() + where;
    }
}
