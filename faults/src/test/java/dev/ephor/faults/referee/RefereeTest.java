package dev.ephor.faults.referee;

import static dev.ephor.faults.referee.History.APPLICATION;
import static dev.ephor.faults.referee.History.DIRECTORY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.faults.referee.Fault.Scope;
import org.junit.jupiter.api.Test;

/** Histories made by hand: what is wrong is found, and nothing else is. */
class RefereeTest {

    @Test
    void a_clean_history_passes() {
        assertThat(Run.clean().judged().broken()).isEmpty();
        assertThat(Run.clean().judged().isPassed()).isTrue();
    }

    @Test
    void a_history_in_which_nobody_was_given_anything_does_not_pass() {
        assertThat(new Run().judged().isPassed()).isFalse();
    }

    @Test
    void finds_who_stays_too_long_at_the_directory() {
        var run = Run.clean().without(DIRECTORY).holds(DIRECTORY, 30, 16_000);
        assertThat(run.judged().broken()).containsExactly("I1");
    }

    @Test
    void finds_who_stays_too_long_at_the_application() {
        var run = Run.clean().without(APPLICATION).holds(APPLICATION, 30, 16_000);
        assertThat(run.judged().broken()).containsExactly("I1");
    }

    @Test
    void lets_an_end_wait_for_a_process_that_is_down() {
        var run =
                Run.clean()
                        .without(APPLICATION)
                        .holds(APPLICATION, 30, 18_000)
                        .fault(Scope.ONE, 9_000, 17_000);
        assertThat(run.judged().broken()).isEmpty();
    }

    @Test
    void finds_an_end_that_waits_long_after_the_process_is_back() {
        var run =
                Run.clean()
                        .without(APPLICATION)
                        .holds(APPLICATION, 30, 20_000)
                        .fault(Scope.ONE, 9_000, 13_000);
        assertThat(run.judged().broken()).containsExactly("I2");
    }

    @Test
    void finds_an_end_that_waits_long_after_all_are_back() {
        var run =
                Run.clean()
                        .without(APPLICATION)
                        .holds(APPLICATION, 30, 24_000)
                        .fault(Scope.ALL, 9_000, 13_000);
        assertThat(run.judged().broken()).containsExactly("I3");
    }

    @Test
    void finds_who_is_taken_away_before_the_end() {
        var run = Run.clean().without(APPLICATION).holds(APPLICATION, 30, 9_000);
        assertThat(run.judged().broken()).containsExactly("I7");
    }

    @Test
    void lets_who_catches_up_end_an_earlier_window_inside_of_a_later_one() {
        var run =
                new Run()
                        .asks("a1", 0, 5_000, 201)
                        .asks("a2", 6_000, 20_000, 201)
                        .fault(Scope.ONE, 100, 6_500)
                        .holds(APPLICATION, 6_600, 6_700)
                        .holds(APPLICATION, 6_800, 20_010);
        assertThat(new Order().check(run.over()).getFirst().violations()).isEmpty();
        assertThat(new Doubled().check(run.over()).getFirst().violations()).isEmpty();
    }

    @Test
    void takes_an_end_that_reaches_into_the_next_window_for_late() {
        var run =
                new Run()
                        .asks("a1", 0, 5_000, 201)
                        .asks("a2", 5_000, 10_000, 201)
                        .holds(APPLICATION, 30, 5_070)
                        .holds(APPLICATION, 5_100, 10_010);
        assertThat(new Order().check(run.over()).getFirst().violations()).isEmpty();
    }

    @Test
    void finds_an_old_removal_that_undoes_a_new_grant() {
        var run =
                new Run()
                        .asks("a1", 0, 5_000, 201)
                        .asks("a2", 5_000, 20_000, 201)
                        .holds(APPLICATION, 30, 5_070);
        assertThat(new Lost().check(run.over()).getFirst().violations())
                .anyMatch(v -> v.contains(APPLICATION));
    }

    @Test
    void finds_a_cut_when_all_was_caught_up_with() {
        var run =
                new Run()
                        .asks("a1", 0, 40_000, 201)
                        .fault(Scope.ONE, 100, 500)
                        .holds(APPLICATION, 600, 30_000)
                        .holds(APPLICATION, 30_100, 40_010);
        assertThat(run.judged().broken()).contains("I6", "I7");
    }

    @Test
    void finds_a_late_grant_that_revives_an_ended_window() {
        var run = Run.clean().holds(APPLICATION, 20_000, 20_010);
        assertThat(run.judged().broken()).contains("I7");
    }

    @Test
    void finds_a_grant_that_nobody_asked_for() {
        var run = new Run().asks("a1", 5_000, 15_000, 400).holds(DIRECTORY, 5_010, 15_000);
        assertThat(run.judged().broken()).contains("I7");
    }

    @Test
    void counts_an_extension_as_one_stretch() {
        var run =
                new Run()
                        .asks("a1", 0, 5_000, 201)
                        .asks("selfExtend", "a2", 3_000, 10_000, 201)
                        .holds(APPLICATION, 30, 10_010);
        assertThat(new Order().check(run.over()).getFirst().violations()).isEmpty();
        assertThat(new Overstays().check(run.over()).getFirst().violations()).isEmpty();
    }

    @Test
    void finds_a_gap_in_an_extension() {
        var run =
                new Run()
                        .asks("a1", 0, 5_000, 201)
                        .asks("selfExtend", "a2", 3_000, 10_000, 201)
                        .holds(APPLICATION, 30, 5_001)
                        .holds(APPLICATION, 5_040, 10_010);
        assertThat(run.judged().broken()).contains("I6", "I7");
    }

    @Test
    void expects_the_end_where_it_was_given_back() {
        var run =
                new Run()
                        .asks("a1", 0, 60_000, 201)
                        .asks("selfDeactivate", "", 10_000, 10_000, 201)
                        .holds(APPLICATION, 30, 10_050);
        assertThat(new Order().check(run.over()).getFirst().violations()).isEmpty();
        assertThat(new Overstays().check(run.over()).getFirst().violations()).isEmpty();
    }

    @Test
    void finds_who_stays_although_it_was_given_back() {
        var run =
                new Run()
                        .asks("a1", 0, 60_000, 201)
                        .asks("selfDeactivate", "", 10_000, 10_000, 201)
                        .holds(APPLICATION, 30, 60_000);
        assertThat(run.judged().broken()).contains("I1");
    }

    @Test
    void allows_either_where_the_client_was_never_answered() {
        var run =
                new Run().asks("a1", 0, 60_000, 201).asks("selfDeactivate", "", 10_000, 10_000, 0);
        var stayed = run.holds(APPLICATION, 30, 60_000).over();
        assertThat(new Overstays().check(stayed).getFirst().violations()).isEmpty();
        var left = run.without(APPLICATION).holds(APPLICATION, 30, 10_050).over();
        assertThat(new Order().check(left).getFirst().violations()).isEmpty();
    }

    @Test
    void finds_a_cut_by_an_end_whose_repetition_was_refused() {
        var run =
                new Run()
                        .asks("a1", 0, 60_000, 201)
                        .asks("selfDeactivate", "", 10_000, 10_000, 400)
                        .stumbling()
                        .holds(DIRECTORY, 30, 10_050);
        assertThat(new Order().check(run.over()).getFirst().violations()).hasSize(1);
    }

    @Test
    void finds_a_call_that_was_carried_out_and_refused_when_it_was_repeated() {
        var run =
                Run.clean()
                        .asks("selfDeactivate", "", 5_000, 5_000, 400)
                        .stumbling()
                        .says("activation.deactivation-requested", "a1", 5_002);
        assertThat(new Repeated().check(run.over()).getFirst().violations()).hasSize(1);
    }

    @Test
    void lets_a_repetition_be_refused_of_which_nothing_was_carried_out() {
        var run =
                Run.clean()
                        .says("activation.deactivation-requested", "a1", 4_000)
                        .asks("selfDeactivate", "", 5_000, 5_000, 400)
                        .stumbling();
        var finding = new Repeated().check(run.over()).getFirst();
        assertThat(finding.checked()).isEqualTo(1);
        assertThat(finding.violations()).isEmpty();
    }

    @Test
    void finds_a_cut_that_somebody_asked_for_in_vain() {
        var run =
                new Run()
                        .asks("a1", 0, 60_000, 201)
                        .asks("selfDeactivate", "", 10_000, 10_000, 400)
                        .holds(DIRECTORY, 30, 10_050);
        assertThat(new Order().check(run.over()).getFirst().violations()).hasSize(1);
    }

    @Test
    void finds_what_was_promised_and_never_given() {
        assertThat(Run.clean().without(DIRECTORY).judged().broken()).containsExactly("I5");
    }

    @Test
    void finds_an_activation_whose_end_nobody_said() {
        assertThat(Run.clean().saysNoMore("activation.ended").judged().broken())
                .containsExactly("I5");
    }

    @Test
    void does_not_ask_for_a_grant_in_the_dark() {
        var run = Run.clean().without(DIRECTORY).without(APPLICATION).fault(Scope.ONE, 0, 9_000);
        assertThat(run.judged().broken()).isEmpty();
    }

    @Test
    void finds_an_event_that_was_said_under_two_ids() {
        assertThat(Run.clean().saysUnder("other", "window.opened", "a1", 21).judged().broken())
                .containsExactly("I6");
    }

    @Test
    void takes_an_event_that_comes_again_under_its_id_for_one() {
        assertThat(Run.clean().saysUnsealed("window.opened", "a1", 21).judged().broken()).isEmpty();
    }

    @Test
    void finds_who_is_left_behind() {
        var run = Run.clean().without(APPLICATION).begins(APPLICATION, 30);
        assertThat(run.judged().broken()).containsExactly("I9");
    }

    @Test
    void finds_a_dead_letter() {
        assertThat(Run.clean().buries("a1").judged().broken()).containsExactly("I9");
    }

    @Test
    void finds_an_event_that_was_not_sealed() {
        assertThat(Run.clean().saysUnsealed("activation.granted", "a1", 40).judged().broken())
                .containsExactly("I10");
    }

    @Test
    void finds_an_event_that_was_sealed_twice() {
        assertThat(Run.clean().sealsAgain(0).judged().broken()).containsExactly("I10");
    }

    @Test
    void finds_a_line_that_was_changed() {
        assertThat(Run.clean().changes(2).judged().broken()).containsExactly("I10");
    }

    @Test
    void finds_a_line_that_is_missing() {
        assertThat(Run.clean().loses(2).judged().broken()).containsExactly("I10");
    }

    @Test
    void finds_what_the_directory_did_before_the_log_knew() {
        var run = Run.clean().saysNoMore("window.opened").says("window.opened", "a1", 3_000);
        assertThat(run.judged().broken()).containsExactly("I10");
    }

    @Test
    void finds_a_call_that_failed_while_all_was_well() {
        assertThat(Run.clean().asks("a2", 20_000, 25_000, 503).judged().broken())
                .containsExactly("I14");
    }

    @Test
    void excuses_a_call_that_failed_while_a_process_was_down() {
        var run = Run.clean().asks("a2", 20_000, 25_000, 503).fault(Scope.ONE, 19_000, 22_000);
        assertThat(run.judged().broken()).isEmpty();
    }

    @Test
    void finds_a_service_that_calls_itself_ready_and_does_not_answer() {
        var run = Run.clean().fault(Scope.ONE, 20_000, 22_000, 22_100, false);
        assertThat(run.judged().broken()).containsExactly("G7");
    }

    @Test
    void finds_a_service_that_is_there_and_long_not_ready() {
        var run = Run.clean().fault(Scope.ONE, 20_000, 22_000, 60_000, true);
        assertThat(run.judged().broken()).containsExactly("G7");
    }
}
