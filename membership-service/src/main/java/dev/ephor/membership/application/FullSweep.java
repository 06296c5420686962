package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Roster.Page;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Rosters.Managed;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Reads every member of every managed group of a directory once, page by page. */
final class FullSweep {
    private final String directory;
    private final Rosters rosters;
    private final Comparing comparing;
    private final Deque<Managed> left;
    private final Set<String> listed = new HashSet<>();
    private @Nullable String cursor;

    FullSweep(String directory, Rosters rosters, Comparing comparing, List<Managed> all) {
        this.directory = directory;
        this.rosters = rosters;
        this.comparing = comparing;
        this.left = new ArrayDeque<>(all);
    }

    boolean isDone() {
        return left.isEmpty();
    }

    /**
     * Reads one page.
     *
     * @return why it could not be read; empty if it was. A group that is refused is left out, any
     *     other failure leaves the sweep where it is
     */
    Optional<Answer> step(Predicate<MembershipKey> owned, Instant now) {
        Managed managed = left.element();
        return switch (rosters.members(directory, managed, cursor)) {
            case Page.Read read -> {
                take(managed, read, owned, now);
                yield Optional.empty();
            }
            case Page.Unread(Answer.Rejected why) -> {
                next();
                yield Optional.of(why);
            }
            case Page.Unread(Answer why) -> Optional.of(why);
        };
    }

    private void take(
            Managed managed, Page.Read read, Predicate<MembershipKey> owned, Instant now) {
        for (String principal : read.principals()) {
            Optional<MembershipKey> key = managed.of(principal).filter(owned);
            if (key.isPresent()) {
                listed.add(principal);
                comparing.compare(key.get(), true, now);
            }
        }
        cursor = read.next();
        if (cursor == null) {
            comparing
                    .expected(managed)
                    .filter(owned)
                    .filter(key -> !listed.contains(key.principal()))
                    .forEach(key -> comparing.compare(key, false, now));
            next();
        }
    }

    private void next() {
        left.remove();
        listed.clear();
        cursor = null;
    }
}
