package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.Verdict;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * One exchange with a target: everything is told in one call, and what was accepted is read back.
 */
@ApplicationScoped
class Telling {
    private final Connections connections;
    private final Naming naming;

    Telling(Connections connections, Naming naming) {
        this.connections = connections;
        this.naming = naming;
    }

    /** One verdict for each membership, in the same order; a failure is one too. */
    List<Verdict> tell(TargetId target, Change change, List<MembershipKey> keys) {
        List<Membership> memberships = keys.stream().map(naming::of).toList();
        try (Connection.Lease lease = connections.lease(target)) {
            Connector connector = lease.connector();
            return connector == null
                    ? same(memberships, Judging.refused(new Answer.Rejected(lease.fault())))
                    : tell(connector, change, memberships);
        }
    }

    private static List<Verdict> tell(
            Connector connector, Change change, List<Membership> memberships) {
        List<Answer> told =
                answers(
                        memberships,
                        change == Change.GRANT ? connector::grant : connector::withdraw);
        List<Membership> accepted =
                IntStream.range(0, told.size())
                        .filter(i -> told.get(i).succeeded())
                        .mapToObj(memberships::get)
                        .toList();
        List<Answer> read = accepted.isEmpty() ? List.of() : answers(accepted, connector::observe);
        return verdicts(change, told, read.iterator());
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
        return same(memberships, new Answer.Transient("the connector has a bug: " + bug, null));
    }

    /** What is thrown may quote what was sent, a secret too; where it was thrown finds the bug. */
    private static String withoutItsText(RuntimeException thrown) {
        StackTraceElement[] trace = thrown.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return thrown.getClass().getSimpleName() + where;
    }

    private static <T> List<T> same(List<Membership> memberships, T value) {
        return Collections.nCopies(memberships.size(), value);
    }
}
