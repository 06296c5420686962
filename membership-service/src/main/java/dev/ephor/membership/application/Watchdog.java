package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Directories.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * The second guard: withdraws at the directory what nobody closed in time, from the local windows
 * alone. It needs neither timers of the topology nor the broker, and says nothing to the log: the
 * topology closes the window when it is back, finds the membership gone and says so.
 */
public final class Watchdog {
    private static final Logger LOG = Logger.getLogger(Watchdog.class);
    private static final int AT_ONCE = 200;
    private static final int BATCH = 20;

    /** Somebody may give it again, so it is withdrawn again, and ever more rarely. */
    private record Withdrawn(Instant at, Duration pause) {
        private static final Duration FIRST = Duration.ofSeconds(10);
        private static final Duration LONGEST = Duration.ofMinutes(5);

        Withdrawn again(Instant now) {
            Duration longer = pause.multipliedBy(2);
            return new Withdrawn(now, longer.compareTo(LONGEST) < 0 ? longer : LONGEST);
        }

        boolean rests(Instant now) {
            return now.isBefore(at.plus(pause));
        }

        /** It would have been found since, were it still overdue. */
        boolean isPast(Instant now) {
            return now.isAfter(at.plus(pause).plus(FIRST));
        }
    }

    private record Line(String tenant, String group, Access access) {
        static Line of(MembershipKey key) {
            return new Line(key.tenant(), key.group(), key.access());
        }
    }

    private final FindOverdue find;
    private final Directories directories;
    private final Measures measures;
    private final Clock clock;
    private final Duration grace;
    private final Map<MembershipKey, Withdrawn> withdrawn = new HashMap<>();

    /**
     * @param grace how long after its end a window is left to the topology
     */
    public Watchdog(
            FindOverdue find,
            Directories directories,
            Measures measures,
            Clock clock,
            Duration grace) {
        this.find = find;
        this.directories = directories;
        this.measures = measures;
        this.clock = clock;
        this.grace = grace;
    }

    /** Looks once and withdraws everything that it finds; blocks. */
    public void look() {
        Instant now = clock.instant();
        withdrawn.values().removeIf(w -> w.isPast(now));
        // Nobody takes away what was withdrawn while the topology stands still: passing it over is
        // what lets those behind it be found.
        Set<MembershipKey> seen = new HashSet<>();
        withdrawn.forEach(
                (key, w) -> {
                    if (w.rests(now)) {
                        seen.add(key);
                    }
                });
        List<MembershipKey> found;
        do {
            found = find.overdue(now.minus(grace), now, key -> !seen.contains(key), AT_ONCE);
            seen.addAll(found);
            found.stream()
                    .collect(Collectors.groupingBy(Line::of))
                    .values()
                    .forEach(keys -> withdraw(keys, now));
        } while (found.size() == AT_ONCE);
    }

    private void withdraw(List<MembershipKey> keys, Instant now) {
        for (int from = 0; from < keys.size(); from += BATCH) {
            var batch = new ArrayList<>(keys.subList(from, Math.min(keys.size(), from + BATCH)));
            List<Answer> answers = directories.call(Call.WITHDRAW, batch);
            for (int i = 0; i < batch.size(); i++) {
                note(batch.get(i), answers.get(i), now);
            }
        }
    }

    private void note(MembershipKey key, Answer answer, Instant now) {
        if (answer.succeeded()) {
            withdrawn.compute(
                    key,
                    (_, before) ->
                            before == null
                                    ? new Withdrawn(now, Withdrawn.FIRST)
                                    : before.again(now));
            measures.watchdogWithdrew();
            LOG.warnf("Nobody closed the window of %s in time: withdrew it at the directory", key);
        } else {
            LOG.errorf("Overdue and not withdrawn: %s: %s", key, answer.why());
        }
    }
}
