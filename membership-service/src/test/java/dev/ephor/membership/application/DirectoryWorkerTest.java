package dev.ephor.membership.application;

import static dev.ephor.membership.application.Tasks.fresh;
import static dev.ephor.membership.application.Tasks.grant;
import static dev.ephor.membership.application.Tasks.lookAgain;
import static dev.ephor.membership.application.Tasks.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.WriteBudget;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.Effect;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DirectoryWorkerTest {
    private static final Duration LONG_ENOUGH = Duration.ofMinutes(2);
    private static final Answer BUSY = new Answer.Transient("busy", null);

    private final MemoryDirectory directory = new MemoryDirectory();
    private final Told told = new Told();
    private final Measured measured = new Measured();
    private DirectoryWorker worker;

    @BeforeEach
    void start() {
        worker = worker();
        worker.open();
    }

    private DirectoryWorker worker() {
        return new DirectoryWorker(directory, told, measured, Clock.systemUTC(), new Limits(4, 20));
    }

    @AfterEach
    void stop() {
        worker.close();
        directory.world().recover();
        directory.close();
    }

    @Test
    void grants_reads_back_and_tells() throws InterruptedException {
        worker.take(List.of(grant("g", "dana", 1)));

        assertThat(told.next())
                .isInstanceOfSatisfying(
                        MembershipObserved.class,
                        o -> {
                            assertThat(o.present()).isTrue();
                            assertThat(o.generation()).isEqualTo(1);
                        });
        assertThat(directory.world().holders("acme", "g", "member")).containsExactly("dana");
    }

    @Test
    void does_not_call_a_directory_about_a_bound_that_it_does_not_take()
            throws InterruptedException {
        DirectoryTask task = lookAgain("g", "dana", 1);

        worker.bound(Tasks.until(task, Instant.now().plus(Duration.ofHours(2))));
        worker.take(List.of(withdraw("g", "lee", 2)));

        assertThat(((MembershipObserved) told.next()).key().principal()).isEqualTo("lee");
        assertThat(directory.most(Directories.Call.GRANT)).isZero();
        assertThat(worker.waiting()).isZero();
    }

    @Test
    void grants_nothing_whose_windows_ended_while_it_waited() throws InterruptedException {
        worker.take(List.of(Tasks.until(grant("g", "dana", 1), Instant.now())));
        worker.take(List.of(withdraw("g", "dana", 2)));

        assertThat(((MembershipObserved) told.next()).generation()).isEqualTo(2);
        assertThat(directory.most(Directories.Call.GRANT)).isZero();
        assertThat(worker.waiting()).isZero();
    }

    @Test
    void tells_that_a_membership_was_there_before() throws InterruptedException {
        DirectoryTask task = fresh("g", "dana", 1);
        directory.world().put(MemoryDirectory.membership(task.key()));

        worker.take(List.of(task));

        assertThat(((MembershipObserved) told.next()).standing()).isTrue();
    }

    @Test
    void takes_a_membership_for_its_own_in_every_doubt() throws InterruptedException {
        DirectoryTask policy = fresh("g", "pat", 1);
        directory.keepsStanding = false;
        directory.world().put(MemoryDirectory.membership(policy.key()));
        worker.take(List.of(policy));
        assertThat(((MembershipObserved) told.next()).standing()).isFalse();
        directory.keepsStanding = true;

        DirectoryTask resumed = grant("g", "lee", 1);
        directory.world().put(MemoryDirectory.membership(resumed.key()));
        worker.take(List.of(resumed));
        assertThat(((MembershipObserved) told.next()).standing()).isFalse();

        worker.take(List.of(fresh("g", "kim", 1)));
        assertThat(((MembershipObserved) told.next()).standing()).isFalse();
    }

    @Test
    void lets_go_of_what_a_person_closed() throws InterruptedException {
        directory
                .world()
                .fail(Call.WITHDRAW, 1, new Answer.Transient("busy", Duration.ofMinutes(4)));
        DirectoryTask task = withdraw("g", "dana", 2);
        directory.world().put(MemoryDirectory.membership(task.key()));
        worker.take(List.of(task));
        told.next();
        assertThat(worker.nextTries()).containsOnlyKeys(task.key());

        worker.release(task.key());

        assertThat(worker.nextTries()).isEmpty();
        assertThat(worker.waiting()).isZero();
    }

    @Test
    void withdraws_reads_back_and_tells() throws InterruptedException {
        directory.world().put(MemoryDirectory.membership(grant("g", "dana", 1).key()));

        worker.take(List.of(withdraw("g", "dana", 2)));

        assertThat(((MembershipObserved) told.next()).present()).isFalse();
        assertThat(directory.world().holders("acme", "g", "member")).isEmpty();
    }

    @Test
    void only_looks_at_what_the_watchdog_withdrew() throws InterruptedException {
        DirectoryTask task = withdraw("g", "dana", 2);
        worker.withdrawals().note(task.key(), task.order().asOf());

        worker.take(List.of(task));

        assertThat(((MembershipObserved) told.next()).present()).isFalse();
        assertThat(directory.most(Directories.Call.WITHDRAW)).isZero();
    }

    @Test
    void withdraws_what_is_there_although_the_watchdog_withdrew_it() throws InterruptedException {
        DirectoryTask task = withdraw("g", "dana", 2);
        directory.world().put(MemoryDirectory.membership(task.key()));
        worker.withdrawals().note(task.key(), task.order().asOf());

        worker.take(List.of(task));

        assertThat(((MembershipObserved) told.next()).present()).isFalse();
        assertThat(directory.world().holders("acme", "g", "member")).isEmpty();
    }

    @Test
    void withdraws_what_ended_only_after_the_watchdog_withdrew_it() throws InterruptedException {
        DirectoryTask task = withdraw("g", "dana", 4);
        worker.withdrawals().note(task.key(), task.order().asOf().minusMillis(1));

        worker.take(List.of(task));

        told.next();
        assertThat(directory.most(Directories.Call.WITHDRAW)).isEqualTo(1);
    }

    @Test
    void waits_until_the_directories_are_known() throws InterruptedException {
        try (var early = worker()) {
            early.take(List.of(grant("g", "dana", 1)));
            assertThat(directory.world().journal()).isEmpty();

            early.open();

            assertThat(told.next()).isInstanceOf(MembershipObserved.class);
        }
    }

    @Test
    void only_looks_where_the_membership_was_confirmed_before() throws InterruptedException {
        directory.world().put(MemoryDirectory.membership(grant("g", "dana", 1).key()));

        worker.take(List.of(lookAgain("g", "dana", 1)));

        assertThat(told.next()).isInstanceOf(MembershipObserved.class);
        assertThat(directory.world().journal())
                .extracting(Effect::call)
                .containsExactly(Call.OBSERVE);
    }

    @Test
    void grants_what_was_confirmed_before_and_is_gone() throws InterruptedException {
        worker.take(List.of(lookAgain("g", "dana", 1)));

        assertThat(told.next()).isInstanceOf(MembershipObserved.class);
        assertThat(directory.world().holders("acme", "g", "member")).containsExactly("dana");
    }

    @Test
    void tells_a_failure_and_tries_again() throws InterruptedException {
        directory.world().fail(Call.GRANT, 1, BUSY);

        worker.take(List.of(grant("g", "dana", 1)));

        var failure = (MembershipChangeFailed) told.next();
        assertThat(failure.attempts()).isEqualTo(1);
        assertThat(failure.reason()).isEqualTo("busy");
        assertThat(((MembershipObserved) told.next()).attempts()).isEqualTo(2);
    }

    @Test
    void believes_the_look_and_not_the_answer_that_was_lost() throws InterruptedException {
        directory.world().loseAnswer(Call.GRANT, 1, new Answer.Unreachable("timed out"));

        worker.take(List.of(grant("g", "dana", 1)));

        assertThat(told.next()).isInstanceOf(MembershipObserved.class);
    }

    @Test
    void leaves_a_directory_alone_that_is_throttled_and_counts_it() throws InterruptedException {
        directory.world().fail(Call.GRANT, 1, new Answer.Transient("busy", Duration.ofMillis(1)));

        worker.take(List.of(grant("g", "dana", 1)));

        assertThat(told.next()).isInstanceOf(MembershipChangeFailed.class);
        assertThat(told.next()).isInstanceOf(MembershipObserved.class);
        assertThat(measured.throttled).hasValue(1);
        assertThat(measured.conflicts).hasValue(0);
    }

    @Test
    void withdraws_one_by_one_from_a_group_in_which_two_writes_met() throws InterruptedException {
        directory.let(new WriteBudget(1_000, Duration.ofSeconds(1), 20, 1));
        directory.world().fail(Call.WITHDRAW, 1, new Answer.Transient("met", null, true));
        worker.take(List.of(withdraw("g", "first", 2)));
        told.next();
        var held = directory.world().hold(Call.WITHDRAW);
        worker.take(List.of(withdraw("g", "second", 2)));
        held.awaitCall(LONG_ENOUGH);
        for (int i = 0; i < 5; i++) {
            worker.take(List.of(withdraw("g", "p" + i, 2)));
        }
        held.release();
        for (int i = 0; i < 7; i++) {
            told.next();
        }

        assertThat(measured.conflicts).hasValue(1);
        assertThat(directory.most(Directories.Call.WITHDRAW)).isEqualTo(1);
    }

    @Test
    void tells_no_success_of_a_directory_that_lies() throws InterruptedException {
        directory.world().lie(Call.GRANT);

        worker.take(List.of(grant("g", "dana", 1)));

        assertThat(((MembershipChangeFailed) told.next()).reason()).contains("does not show");
    }

    @Test
    void does_not_let_an_older_grant_undo_a_removal() throws InterruptedException {
        var held = directory.world().hold(Call.GRANT);
        worker.take(List.of(grant("g", "dana", 1)));
        held.awaitCall(LONG_ENOUGH);
        worker.take(List.of(withdraw("g", "dana", 2)));
        held.release();

        MembershipObserved last = (MembershipObserved) told.next();
        while (last.generation() < 2) {
            last = (MembershipObserved) told.next();
        }

        assertThat(last.present()).isFalse();
        assertThat(directory.world().holders("acme", "g", "member")).isEmpty();
    }

    @Test
    void leaves_a_grant_that_is_not_shown_for_a_removal_that_came_meanwhile()
            throws InterruptedException {
        directory.world().lie(Call.GRANT);
        var held = directory.world().hold(Call.OBSERVE);
        worker.take(List.of(grant("g", "dana", 1)));
        held.awaitCall(LONG_ENOUGH);

        worker.take(List.of(withdraw("g", "dana", 2)));
        held.release();

        assertThat(told.next())
                .isInstanceOfSatisfying(
                        MembershipObserved.class, o -> assertThat(o.generation()).isEqualTo(2));
    }

    @Test
    void finds_out_again_what_the_log_did_not_take() throws InterruptedException {
        told.refuse(1);

        worker.take(List.of(grant("g", "dana", 1)));

        assertThat(told.next()).isInstanceOf(MembershipObserved.class);
    }

    @Test
    void sends_those_of_one_group_that_wait_in_one_call() throws InterruptedException {
        var held = directory.world().hold(Call.GRANT);
        worker.take(List.of(grant("g", "first", 1)));
        held.awaitCall(LONG_ENOUGH);
        for (int i = 0; i < 10; i++) {
            worker.take(List.of(grant("g", "p" + i, 1)));
        }
        held.release();
        for (int i = 0; i < 11; i++) {
            told.next();
        }

        assertThat(directory.world().holders("acme", "g", "member")).hasSize(11);
        assertThat(worker.waiting()).isZero();
        assertThat(told.isEmpty()).isTrue();
    }
}
