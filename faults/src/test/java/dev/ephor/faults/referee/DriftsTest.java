package dev.ephor.faults.referee;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.faults.referee.ByHand.Way;
import dev.ephor.faults.referee.Fault.Scope;
import org.junit.jupiter.api.Test;

class DriftsTest {

    @Test
    void finds_what_was_done_by_hand_and_nobody_reported() {
        var run = Run.clean().byHand(Way.ADDED, 20_000, Span.OPEN);
        assertThat(run.judged().broken()).containsExactly("I16");
    }

    @Test
    void finds_what_was_done_by_hand_and_reported_too_late() {
        var run =
                Run.clean()
                        .byHand(Way.REMOVED, 20_000, Span.OPEN)
                        .says("drift.detected", "d1", 81_000);
        assertThat(run.judged().broken()).containsExactly("I16");
    }

    @Test
    void lets_drift_wait_while_a_process_is_down() {
        var run =
                Run.clean()
                        .byHand(Way.REMOVED, 20_000, Span.OPEN)
                        .fault(Scope.ONE, 30_000, 40_000)
                        .says("drift.detected", "d1", 81_000);
        assertThat(run.judged().broken()).isEmpty();
    }

    @Test
    void finds_an_end_that_was_undone_by_hand_and_only_reported() {
        var run =
                Run.clean()
                        .byHand(Way.RESTORED, 20_000, Span.OPEN)
                        .says("drift.detected", "d1", 21_000);
        assertThat(run.judged().broken()).containsExactly("I16");
        assertThat(Run.clean().byHand(Way.RESTORED, 20_000, 35_000).judged().broken()).isEmpty();
    }
}
