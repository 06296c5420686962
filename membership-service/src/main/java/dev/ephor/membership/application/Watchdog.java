package dev.ephor.membership.application;

import dev.ephor.connector.Answer;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Directories.Call;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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

    /** Each time it looks further it passes over everything that it saw before. */
    static final int AT_ONCE = 5_000;

    private static final int BATCH = 20;

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
    private final Withdrawals withdrawals;

    /**
     * @param grace how long after its end a window is left to the topology
     */
    public Watchdog(
            FindOverdue find,
            Directories directories,
            Measures measures,
            Clock clock,
            Duration grace,
            Withdrawals withdrawals) {
        this.withdrawals = withdrawals;
        this.find = find;
        this.directories = directories;
        this.measures = measures;
        this.clock = clock;
        this.grace = grace;
    }

    /** Looks once and withdraws everything that it finds; blocks. */
    public void look() {
        Instant now = clock.instant();
        withdrawals.forgetPast(now);
        // Nobody takes away what was withdrawn while the topology stands still: passing it over is
        // what lets those behind it be found.
        Set<MembershipKey> seen = withdrawals.resting(now);
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
            int gone = 0;
            for (int i = 0; i < batch.size(); i++) {
                gone += note(batch.get(i), answers.get(i), now);
            }
            // One line for all of them: thousands may end at one moment.
            if (gone > 0) {
                LOG.warnf(
                        "Nobody closed %d windows of group %s in time: withdrew them at the directory",
                        gone, batch.getFirst().group());
            }
        }
    }

    /**
     * @return 1 when it is gone
     */
    private int note(MembershipKey key, Answer answer, Instant now) {
        if (answer.succeeded()) {
            withdrawals.note(key, now);
            measures.watchdogWithdrew();
            return 1;
        }
        LOG.errorf("Overdue and not withdrawn: %s: %s", key, answer.why());
        return 0;
    }
}
