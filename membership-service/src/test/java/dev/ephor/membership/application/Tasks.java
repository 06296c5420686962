package dev.ephor.membership.application;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Facts;
import dev.ephor.membership.domain.Order;
import java.time.Duration;
import java.time.Instant;

/** Tasks for tests, in partition 0. */
final class Tasks {
    private static final Instant UNTIL = Instant.now().plus(Duration.ofHours(1));

    private Tasks() {}

    /** The same with a bound of its own, of another moment. */
    static DirectoryTask until(DirectoryTask task, Instant bound) {
        Order o = task.order();
        var order =
                new Order(
                        o.key(),
                        o.activationId(),
                        o.generation(),
                        o.change(),
                        o.asOf().plusSeconds(1),
                        o.known(),
                        o.fresh(),
                        bound,
                        0);
        return new DirectoryTask(0, order, "cause", null);
    }

    static DirectoryTask grant(String group, String principal, long generation) {
        return task(group, principal, generation, Change.GRANT, false);
    }

    static DirectoryTask withdraw(String group, String principal, long generation) {
        return task(group, principal, generation, Change.WITHDRAW, false);
    }

    /** The grant of a membership that was confirmed before. */
    static DirectoryTask lookAgain(String group, String principal, long generation) {
        return task(group, principal, generation, Change.GRANT, true);
    }

    /** The first grant of a membership of which nothing is known. */
    static DirectoryTask fresh(String group, String principal, long generation) {
        DirectoryTask task = grant(group, principal, generation);
        Order o = task.order();
        var order =
                new Order(
                        o.key(),
                        o.activationId(),
                        generation,
                        o.change(),
                        o.asOf(),
                        false,
                        true,
                        o.until(),
                        0);
        return new DirectoryTask(0, order, "cause", null);
    }

    private static DirectoryTask task(
            String group, String principal, long generation, Change change, boolean known) {
        var key = new MembershipKey("acme", group, principal, Access.MEMBER);
        Instant until = change == Change.GRANT ? UNTIL : null;
        var order = new Order(key, "a", generation, change, Facts.NOON, known, false, until, 0);
        return new DirectoryTask(0, order, "cause", null);
    }
}
