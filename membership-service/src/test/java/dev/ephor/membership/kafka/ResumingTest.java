package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.observed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.MembershipEvent.ActivationExpired;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ResumingTest {
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
    void forgets_nothing_over_a_restart() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.said();

        bench.restart();
        bench.said();
        bench.passMinutes(60);

        assertThat(bench.said())
                .singleElement()
                .isInstanceOfSatisfying(
                        ActivationExpired.class, e -> assertThat(e.membershipEnds()).isTrue());
    }

    @Test
    void says_again_after_a_restart_what_may_not_have_left_under_the_same_id() {
        bench.tell(approved("a", 0, 60));
        var before = bench.envelopes();

        bench.restart();

        assertThat(bench.envelopes()).isEqualTo(before);
    }

    @Test
    void says_nothing_again_after_a_quiet_time() {
        bench.tell(approved("a", 0, 60));
        bench.said();
        bench.passMinutes(10);

        bench.restart();

        assertThat(bench.said()).isEmpty();
    }

    @Test
    void asks_the_directory_again_after_a_restart_for_what_it_did_not_confirm() {
        bench.tell(approved("a", 0, 60));
        var asked = bench.lastTask().order();

        bench.restart();

        assertThat(bench.tasks).extracting(t -> t.order()).containsExactly(asked);
        assertThat(bench.lastTask().sentBefore()).isTrue();
    }

    @Test
    void asks_for_nothing_after_a_restart_that_is_confirmed() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));

        bench.restart();

        assertThat(bench.tasks).isEmpty();
        assertThat(bench.measures.tally.live()).isEqualTo(1);
    }

    @Test
    void closes_a_window_whose_deadline_a_crash_lost() {
        bench.tell(approved("a", 0, 60));
        Stores.copyDeadlines(bench.driver())
                .keySet()
                .forEach(bench.driver().getKeyValueStore(MembershipTopology.DEADLINES)::delete);

        bench.restart();
        bench.said();
        bench.passMinutes(60);

        assertThat(bench.said()).hasSize(1);
    }

    @Test
    void is_not_held_up_by_a_deadline_that_nothing_hangs_on() {
        var store = bench.driver().<Bytes, byte[]>getKeyValueStore(MembershipTopology.DEADLINES);
        bench.tell(approved("a", 0, 60));
        store.put(Deadlines.Due.at(at(30), KEY.toString()).entry(), new byte[0]);
        bench.restart();
        bench.said();

        bench.passMinutes(30);
        bench.passMinutes(30);

        assertThat(bench.said()).hasSize(1);
        assertThat(Stores.copyDeadlines(bench.driver())).hasSizeLessThanOrEqualTo(1);
    }
}
