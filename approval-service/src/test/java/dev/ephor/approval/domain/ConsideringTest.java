package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;

import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Policy;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConsideringTest {

    @Test
    void approves_at_once_when_the_policy_asks_nobody() {
        var request = requested(policy(), null, null);
        given().when(consider(request)).then(request, approved(T0, null));
    }

    @Test
    void asks_the_approvers_of_the_stage_until_it_lapses() {
        given().when(consider(requested())).then(requested(), opened());
    }

    @Test
    void does_not_ask_the_requester_in_any_spelling_nor_anybody_twice() {
        // Given
        var stage =
                Policy.Stage.anyOf(
                        List.of("dana", "arno", "DANA", "arno"), LAPSES_AFTER, null, false);
        var request = requested(stage);

        // Then
        given().when(consider(request)).then(request, asking(List.of("arno"), LAPSES_AT));
    }

    @Test
    void does_not_ask_who_asked_for_somebody_else() {
        var request = requestedBy("arno");
        given().when(consider(request)).then(request, asking(List.of("bea"), LAPSES_AT));
    }

    @Test
    void lapses_at_once_where_nobody_else_is_named() {
        // Given
        var request = requested(Policy.Stage.anyOf(List.of("dana"), LAPSES_AFTER, null, false));

        // Then
        given().when(consider(request)).then(request, asking(List.of(), LAPSES_AT), lapsed(T0));
    }

    @Test
    void does_not_ask_beyond_the_end_of_the_eligibility() {
        // Given
        var until = T0.plusSeconds(90);
        var request = requested(policy(ARNO_OR_BEA), null, until);

        // Then
        given().when(consider(request)).then(request, asking(List.of("arno", "bea"), until));
    }

    @Test
    void begins_at_the_wanted_start() {
        // Given
        var start = T0.plusSeconds(600);
        var request = requested(policy(), start, null);

        // Then
        given().when(consider(request)).then(request, approved(start, start.plus(LONG), T0, null));
    }

    @Test
    void begins_now_when_the_wanted_start_has_passed() {
        var request = requested(policy(), T0.minusSeconds(600), null);
        given().when(consider(request)).then(request, approved(T0, null));
    }

    @Test
    void ends_with_the_eligibility() {
        // Given
        var until = T0.plusSeconds(60);
        var request = requested(policy(), null, until);

        // Then
        given().when(consider(request)).then(request, approved(T0, until, T0, null));
    }

    @Test
    void ends_after_the_duration_when_the_eligibility_goes_on() {
        var request = requested(policy(), null, T0.plus(LONG).plusMillis(1));
        given().when(consider(request)).then(request, approved(T0, null));
    }

    @Test
    void lapses_when_the_eligibility_ended_on_the_way() {
        // Given
        var request = requested(policy(), null, T0);

        // Then
        given().when(consider(request))
                .then(request, new ApprovalLapsed(KEY, ACTIVATION, ACTIVATION, T0));
    }

    @Test
    void lapses_unasked_when_the_eligibility_ends_before_the_wanted_start() {
        // Given
        var start = T0.plusSeconds(600);
        var request = requested(policy(ARNO_OR_BEA), start, start);

        // Then
        given().when(consider(request)).then(request, lapsed(T0));
    }

    private static ApprovalOpened asking(List<String> approvers, Instant lapsesAt) {
        return new ApprovalOpened(
                KEY, ACTIVATION, STAGE, 1, approvers, T0, lapsesAt, null, null, Town.MESSAGE);
    }
}
