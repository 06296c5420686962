package dev.ephor.membership.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.domain.Facts;
import dev.ephor.membership.kafka.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {
    private final MemoryDirectory directory = new MemoryDirectory();
    private final SetClock clock = new SetClock(Facts.NOON);
    private final List<MembershipKey> overdue = new ArrayList<>();
    private final Counting withdrawals = new Counting();
    private final Watchdog watchdog =
            new Watchdog(
                    this::find,
                    directory,
                    withdrawals,
                    clock,
                    Duration.ofSeconds(2),
                    new Withdrawals());
    private Instant due = Instant.MAX;

    @AfterEach
    void stop() {
        directory.close();
    }

    @Test
    void withdraws_what_nobody_closed_in_time() {
        directory.world().put(MemoryDirectory.membership(Facts.KEY));
        overdue.add(Facts.KEY);

        watchdog.look();

        assertThat(directory.world().holders("acme", "admins", "member")).isEmpty();
        assertThat(withdrawals.count).isEqualTo(1);
        assertThat(due).isEqualTo(Facts.NOON.minusSeconds(2));
    }

    @Test
    void touches_nothing_when_nothing_is_overdue() {
        watchdog.look();

        assertThat(directory.world().journal()).isEmpty();
    }

    @Test
    void does_not_withdraw_the_same_every_second() {
        overdue.add(Facts.KEY);

        watchdog.look();
        clock.forward(Duration.ofSeconds(1));
        watchdog.look();

        assertThat(directory.world().journal()).hasSize(1);
    }

    @Test
    void withdraws_again_what_is_overdue_for_long() {
        overdue.add(Facts.KEY);

        watchdog.look();
        clock.forward(Duration.ofSeconds(30));
        watchdog.look();

        assertThat(directory.world().journal()).extracting(Effect::call).hasSize(2);
    }

    @Test
    void withdraws_again_ever_more_rarely() {
        overdue.add(Facts.KEY);

        for (int looks = 0; looks < 8; looks++) {
            watchdog.look();
            clock.forward(Duration.ofSeconds(10));
        }

        // After 0, 10, 30 and 70 s.
        assertThat(directory.world().journal()).hasSize(4);
    }

    @Test
    void goes_on_trying_when_the_directory_refuses() {
        overdue.add(Facts.KEY);
        directory.world().fail(Call.WITHDRAW, 1, new Answer.Unreachable("reset"));

        watchdog.look();
        watchdog.look();

        assertThat(withdrawals.count).isEqualTo(1);
        assertThat(directory.world().journal()).hasSize(2);
    }

    @Test
    void goes_on_behind_what_it_withdrew_and_nobody_closes() {
        int first = Watchdog.AT_ONCE + 50;
        int all = first + 200;
        List<MembershipKey> many = IntStream.range(0, all).mapToObj(WatchdogTest::key).toList();
        overdue.addAll(many.subList(0, first));
        watchdog.look();
        assertThat(withdrawals.count).isEqualTo(first);

        overdue.addAll(many.subList(first, all));
        clock.forward(Duration.ofSeconds(1));
        watchdog.look();

        assertThat(withdrawals.count).isEqualTo(all);
    }

    private static MembershipKey key(int n) {
        MembershipKey one = Facts.KEY;
        return new MembershipKey(one.tenant(), one.group(), "anna-" + n, one.access());
    }

    private List<MembershipKey> find(
            Instant before, Instant now, Predicate<MembershipKey> wanted, int atMost) {
        due = before;
        return overdue.stream().filter(wanted).limit(atMost).toList();
    }

    private static final class Counting implements Measures {
        private int count;

        @Override
        public void watchdogWithdrew() {
            count++;
        }

        @Override
        public void said(MembershipEvent event) {}

        @Override
        public void tally(int partition, Tally tally) {}

        @Override
        public void drop(int partition) {}

        @Override
        public void unknownType(String topic) {}

        @Override
        public void deadLetter(String topic) {}
    }
}
