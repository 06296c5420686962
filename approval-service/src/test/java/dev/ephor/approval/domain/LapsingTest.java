package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class LapsingTest {
    private static final Instant LATER = LAPSES_AT.plusSeconds(3);

    @Test
    void silence_ends_the_request() {
        given(requested(), opened()).wakes(LAPSES_AT).then(lapsed(LAPSES_AT));
        given(requested(), opened()).wakes(LATER).then(lapsed(LATER));
    }

    @Test
    void a_timer_that_comes_early_changes_nothing() {
        given(requested(), opened()).wakes(LAPSES_AT.minusNanos(1)).thenNothing();
    }

    @Test
    void a_timer_that_comes_again_changes_nothing() {
        given(requested(), opened(), lapsed(LAPSES_AT)).wakes(LATER).thenNothing();
    }

    @Test
    void a_timer_that_comes_after_the_decision_changes_nothing() {
        given(requested(), opened(), approved(T0, by("arno"))).wakes(LATER).thenNothing();
        given(requested(), opened(), denied(T0, by("arno"))).wakes(LATER).thenNothing();
        given(requested(), opened(), takenBack(T0)).wakes(LATER).thenNothing();
    }

    @Test
    void nothing_lapses_where_nobody_was_asked() {
        given().wakes(LATER).thenNothing();
        given(requested(policy(), null, null), approved(T0, null)).wakes(LATER).thenNothing();
    }
}
