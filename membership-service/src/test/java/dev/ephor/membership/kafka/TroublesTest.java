package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftEvent.RevertBegun;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.ObservationEvent.RetryRequested;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person has to look at: stuck removals and drift. */
class TroublesTest {
    private static final MembershipStuck WAITED =
            new MembershipStuck(KEY, "a", 2, Change.WITHDRAW, 0, null, at(60));

    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void calls_a_person_for_a_removal_that_waits_for_too_long() {
        due();

        bench.pass(Duration.ofSeconds(29));
        assertThat(bench.said()).isEmpty();
        bench.pass(Duration.ofSeconds(2));

        assertThat(bench.said()).containsExactly(WAITED);
        assertThat(bench.troubles.of("acme/")).containsExactly(KEY.toString());
        assertThat(bench.measures.tally.stuck()).isEqualTo(1);
    }

    @Test
    void calls_nobody_for_a_removal_that_is_confirmed() {
        due();
        bench.tell(observed(2, false, 60));
        bench.said();

        bench.passMinutes(5);

        assertThat(bench.said()).isEmpty();
    }

    @Test
    void calls_a_person_after_a_restart_too() {
        due();
        bench.restart();
        bench.said();

        bench.pass(Duration.ofSeconds(40));

        assertThat(bench.said()).containsExactly(WAITED);
    }

    @Test
    void still_knows_after_a_restart_what_is_stuck_or_drifted() {
        stuck();

        bench.restart();

        assertThat(bench.troubles.of("acme/")).containsExactly(KEY.toString());
        assertThat(bench.measures.tally.stuck()).isEqualTo(1);
    }

    @Test
    void hands_a_persons_retry_to_the_directory() {
        stuck();

        bench.tell(new RetryRequested(KEY, 2, "root", at(70)));

        assertThat(bench.retried).containsExactly(KEY);
        assertThat(bench.said()).isEmpty();
    }

    @Test
    void lets_go_of_a_removal_that_a_person_closed() {
        stuck();

        bench.tell(attested(2, 70));

        assertThat(bench.released).containsExactly(KEY);
        assertThat(bench.troubles.of("acme/")).isEmpty();
        assertThat(bench.measures.tally.stuck()).isZero();
    }

    @Test
    void reverts_drift_when_its_grace_is_over() {
        bench.passMinutes(1);
        bench.tell(toRevert("s", true, 1, 5));
        bench.passMinutes(4);

        assertThat(bench.said())
                .containsExactly(
                        new DriftDetected(KEY, "s", Difference.UNGRANTED, at(5), at(1)),
                        new RevertBegun(KEY, "s", Difference.UNGRANTED, 1, at(5)));
        assertThat(bench.lastTask().order().change()).isEqualTo(Change.WITHDRAW);
        assertThat(bench.troubles.of("acme/")).containsExactly(KEY.toString());
        bench.tell(observed(1, false, 5));
        assertThat(bench.said())
                .containsExactly(driftEnded("s", Difference.UNGRANTED, Outcome.REVERTED, 1, 5));
        assertThat(bench.troubles.of("acme/")).isEmpty();
    }

    @Test
    void reverts_after_a_restart_what_was_found_before() {
        bench.passMinutes(1);
        bench.tell(toRevert("s", true, 1, 5));
        bench.said();

        bench.restart();
        bench.said();
        bench.passMinutes(4);

        assertThat(bench.said()).singleElement().isInstanceOf(RevertBegun.class);
    }

    private void stuck() {
        due();
        bench.pass(Duration.ofSeconds(31));
        bench.said();
    }

    private void due() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.passMinutes(60);
        bench.said();
    }
}
