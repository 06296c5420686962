package dev.ephor.membership.application;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.NOON;
import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.expire;
import static dev.ephor.membership.domain.Facts.hear;
import static dev.ephor.membership.domain.Facts.observed;
import static dev.ephor.membership.domain.Facts.sighted;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.memory.Call;
import dev.ephor.events.Access;
import dev.ephor.events.MembershipKey;
import dev.ephor.membership.application.Rosters.Managed;
import dev.ephor.membership.application.Sightings.Sighting;
import dev.ephor.membership.application.Sweep.Pace;
import dev.ephor.membership.domain.Command;
import dev.ephor.membership.domain.Facts;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.MembershipDecider;
import dev.ephor.membership.kafka.SetClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A sweep of ten reads a second, step by step, in a time that the test sets. */
class SweepTest {
    private static final MembershipKey MALLORY =
            new MembershipKey("acme", "admins", "mallory", Access.MEMBER);
    private static final Pace PACE =
            new Pace(Duration.ofSeconds(5), Duration.ofMinutes(10), Duration.ofSeconds(30), 10);

    private final SetClock clock = new SetClock(NOON);
    private final MemoryDirectory directory = new MemoryDirectory();
    private final MemoryRosters rosters = new MemoryRosters(directory);
    private final Windows windows = new Windows();
    private final List<Sighting> told = new ArrayList<>();
    private final Swept swept = new Swept();
    private CompletableFuture<Void> log = CompletableFuture.completedFuture(null);
    private Predicate<MembershipKey> owned = _ -> true;
    private Sweep sweep;

    @BeforeEach
    void begin() {
        rosters.manage("admins");
        sweep =
                new Sweeps(
                                rosters,
                                windows,
                                windows,
                                () -> owned,
                                directory,
                                this::tell,
                                swept,
                                clock,
                                PACE)
                        .of("memory");
    }

    @AfterEach
    void close() {
        directory.world().recover();
        directory.close();
    }

    @Test
    void tells_of_a_member_whom_ephor_did_not_give() {
        pass(Duration.ofSeconds(20));
        put(MALLORY);

        pass(Duration.ofSeconds(6));

        assertThat(told)
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.key()).isEqualTo(MALLORY);
                            assertThat(s.present()).isTrue();
                        });
    }

    @Test
    void finds_who_was_there_before_it_began() {
        put(MALLORY);

        pass(Duration.ofSeconds(2));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY);
    }

    @Test
    void tells_of_a_grant_that_vanished_after_a_second_look() {
        windows.hears(hear(approved("a", 0, 60), 0), hear(observed(1, true, 0), 0));
        put(KEY);
        pass(Duration.ofSeconds(20));
        take(KEY);

        pass(Duration.ofSeconds(30));

        assertThat(told)
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.key()).isEqualTo(KEY);
                            assertThat(s.present()).isFalse();
                        });
    }

    @Test
    void takes_the_second_look_later_where_the_directory_could_not_be_asked() {
        windows.hears(hear(approved("a", 0, 60), 0), hear(observed(1, true, 0), 0));
        put(KEY);
        pass(Duration.ofSeconds(20));
        take(KEY);
        directory.world().fail(Call.OBSERVE, 1, new Answer.Unreachable("reset"));

        pass(Duration.ofMinutes(1));

        assertThat(told).extracting(Sighting::present).containsExactly(false);
    }

    @Test
    void says_nothing_of_what_a_lagging_replica_shows_for_a_while() {
        windows.hears(hear(approved("a", 0, 60), 0), hear(observed(1, true, 0), 0));
        put(KEY);
        pass(Duration.ofSeconds(20));
        take(KEY);
        pass(Duration.ofSeconds(6));
        put(KEY);

        pass(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
    }

    @Test
    void leaves_what_is_under_way_to_those_who_do_it() {
        windows.hears(hear(approved("a", 0, 1), 0), hear(observed(1, true, 0), 0), expire("a", 1));
        put(KEY);

        pass(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
    }

    @Test
    void tells_that_a_difference_is_gone() {
        pass(Duration.ofSeconds(20));
        put(MALLORY);
        pass(Duration.ofSeconds(6));
        take(MALLORY);

        pass(Duration.ofSeconds(6));

        assertThat(told).extracting(Sighting::present).containsExactly(true, false);
    }

    @Test
    void tells_that_a_member_is_gone_who_was_found_in_an_earlier_life() {
        windows.hears(hear(sighted("s", true, -5), 0));

        pass(Duration.ofSeconds(3));

        assertThat(told)
                .singleElement()
                .satisfies(
                        s -> {
                            assertThat(s.key()).isEqualTo(KEY);
                            assertThat(s.present()).isFalse();
                        });
    }

    @Test
    void tells_that_a_grant_is_back_which_was_missed_in_an_earlier_life() {
        windows.hears(
                hear(approved("a", -60, 600), -60),
                hear(observed(1, true, -60), -60),
                hear(sighted("s", false, -5), -5));
        put(KEY);

        pass(Duration.ofSeconds(3));

        assertThat(told).extracting(Sighting::present).containsExactly(true);
    }

    @Test
    void tells_a_difference_once_however_often_it_is_seen() {
        put(MALLORY);

        pass(Duration.ofMinutes(25));

        assertThat(swept.times).isGreaterThan(1);
        assertThat(told).hasSize(1);
    }

    @Test
    void reads_everything_again_where_the_directory_tells_no_changes() {
        rosters.tellsChanges = false;
        pass(Duration.ofSeconds(5));
        put(MALLORY);
        pass(Duration.ofSeconds(40));
        take(MALLORY);

        pass(Duration.ofSeconds(40));

        assertThat(told).extracting(Sighting::present).containsExactly(true, false);
    }

    @Test
    void reads_everything_again_when_the_directory_lost_the_mark() {
        put(KEY);
        take(KEY);
        pass(Duration.ofSeconds(20));
        directory.world().reset();
        put(MALLORY);

        pass(Duration.ofSeconds(30));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY);
        assertThat(swept.times).isEqualTo(2);
    }

    @Test
    void reads_a_group_soon_after_it_became_managed() {
        var late = new MembershipKey("acme", "late", "mallory", Access.MEMBER);
        put(late);
        pass(Duration.ofSeconds(20));
        rosters.manage("late");

        pass(Duration.ofSeconds(6));

        assertThat(told).extracting(Sighting::key).containsExactly(late);
        assertThat(swept.times).isEqualTo(1);
    }

    @Test
    void tells_again_when_the_policy_wants_something_else_done() {
        put(MALLORY);
        pass(Duration.ofSeconds(20));
        rosters.managed.set(0, new Managed("acme", "admins", Access.MEMBER, true));

        pass(Duration.ofSeconds(7));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY, MALLORY);
    }

    @Test
    void never_looks_at_a_group_that_is_not_managed() {
        pass(Duration.ofSeconds(20));
        put(new MembershipKey("acme", "others", "mallory", Access.MEMBER));
        put(new MembershipKey("acme", "admins", "mallory", Access.OWNER));

        pass(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
    }

    @Test
    void leaves_the_keys_of_other_instances_to_them() {
        owned = key -> !key.equals(MALLORY);
        put(MALLORY);

        pass(Duration.ofMinutes(1));

        assertThat(told).isEmpty();
    }

    @Test
    void keeps_to_its_rate_however_many_groups_there_are() {
        IntStream.range(0, 1_000).forEach(i -> rosters.manage("g" + i));

        pass(Duration.ofSeconds(10));

        assertThat(swept.reads).isBetween(90, 101);
    }

    @Test
    void still_asks_for_changes_while_a_long_sweep_goes_on() {
        IntStream.range(0, 1_000).forEach(i -> rosters.manage("z" + i));
        pass(Duration.ofSeconds(10));
        put(MALLORY);

        pass(Duration.ofSeconds(6));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY);
        assertThat(swept.times).isZero();
    }

    @Test
    void leaves_a_directory_alone_that_asks_for_it_and_goes_on_where_it_was() {
        put(MALLORY);
        var throttled = new Answer.Transient("busy", Duration.ofSeconds(60));
        directory.world().fail(Call.LIST, 1, throttled);
        pass(Duration.ofSeconds(59));
        assertThat(swept.reads).isEqualTo(1);

        pass(Duration.ofSeconds(10));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY);
    }

    @Test
    void tells_again_what_the_log_did_not_take() {
        log = CompletableFuture.failedFuture(new IllegalStateException("no log"));
        put(MALLORY);
        pass(Duration.ofSeconds(20));
        log = CompletableFuture.completedFuture(null);

        pass(Duration.ofMinutes(11));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY, MALLORY);
    }

    @Test
    void passes_over_an_id_that_can_not_be_one_of_ephors() {
        directory.world().put(odd("odd/id"));
        put(MALLORY);

        pass(Duration.ofSeconds(10));

        assertThat(told).extracting(Sighting::key).containsExactly(MALLORY);
    }

    @Test
    void passes_over_a_group_that_the_directory_does_not_know() {
        rosters.manage("zebras");
        directory.world().forget("admins");
        var zebra = new MembershipKey("acme", "zebras", "mallory", Access.MEMBER);
        put(zebra);

        pass(Duration.ofSeconds(10));

        assertThat(told).extracting(Sighting::key).containsExactly(zebra);
    }

    /** Lets so much time pass, step by step. */
    private void pass(Duration time) {
        Instant end = clock.instant().plus(time);
        while (clock.instant().isBefore(end)) {
            Duration wait = sweep.step();
            Duration left = Duration.between(clock.instant(), end);
            clock.forward(wait.compareTo(left) < 0 ? wait : left);
        }
    }

    private CompletionStage<?> tell(Sighting sighting) {
        told.add(sighting);
        return log;
    }

    private static Membership odd(String principal) {
        return new Membership(
                new Membership.Group("acme", "admins", "admins"),
                new Membership.Principal(principal, null, null, null, null, null),
                "member");
    }

    private void put(MembershipKey key) {
        directory.world().put(MemoryDirectory.membership(key));
    }

    private void take(MembershipKey key) {
        directory.world().take(MemoryDirectory.membership(key));
    }

    /** What is known of one membership. */
    private static final class Windows implements FindMemberships, FindTroubles {
        private final MembershipDecider decider = new MembershipDecider(3, Facts.STUCK_AGE);
        private Grants grants = Grants.none(KEY);

        void hears(Command... commands) {
            for (Command command : commands) {
                for (var event : decider.decide(command, grants)) {
                    grants = decider.evolve(grants, event);
                }
            }
        }

        @Override
        public Optional<Grants> find(MembershipKey key) {
            return Optional.of(grants)
                    .filter(g -> key.equals(KEY))
                    .filter(g -> g.wanted().generation() > 0 || g.drift().isPresent());
        }

        @Override
        public List<Grants> current(String prefix, Predicate<MembershipKey> wanted, int atMost) {
            return KEY.toString().startsWith(prefix) && wanted.test(KEY)
                    ? find(KEY).stream().toList()
                    : List.of();
        }

        @Override
        public List<Grants> troubled(String prefix) {
            return KEY.toString().startsWith(prefix)
                    ? find(KEY).filter(g -> g.drift().isPresent()).stream().toList()
                    : List.of();
        }
    }

    private static final class Swept implements SweepMeasures {
        private int reads;
        private int times;

        @Override
        public void read(String directory, boolean succeeded) {
            reads++;
        }

        @Override
        public void swept(String directory, int groups, Duration took) {
            times++;
        }

        @Override
        public void sighted(boolean present) {}
    }
}
