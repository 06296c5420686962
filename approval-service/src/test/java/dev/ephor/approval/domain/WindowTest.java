package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class WindowTest {
    private static final Instant T1 = T0.plus(Duration.ofMinutes(30));

    @Test
    void by_the_requests_clock_waiting_for_an_approver_costs_time() {
        // Given
        var request = clocked(WindowClock.REQUEST, null);

        // When
        var window = Window.of(request, null, T1).orElseThrow();

        // Then
        assertThat(window.start()).isEqualTo(T1);
        assertThat(window.end()).isEqualTo(request.requestedAt().plus(LONG));
        assertThat(window.tenure()).isNull();
    }

    @Test
    void by_the_requests_clock_an_approval_lapses_when_nothing_would_be_left() {
        // Given
        var request = clocked(WindowClock.REQUEST, null);
        var end = request.requestedAt().plus(LONG);
        var opened = ((ApprovalState.Pending) given().when(consider(request)).state()).course();

        // Then
        assertThat(opened.over()).isEqualTo(end);
        given(request, opened.current().opened()).wakes(end).then(lapsed(end));
    }

    @Test
    void a_shortening_brings_the_end_of_the_requests_clock_forward() {
        // Given
        var two = policy(stage(panel(2, "arno", "bea"))).change().clock(WindowClock.REQUEST);
        var request = requested(two.build(), null, null);
        var short30 = agreed(T0, by(1, "arno", Duration.ofMinutes(30)));

        // When
        var pending = (ApprovalState.Pending) given(request, opened(), short30).state();

        // Then
        assertThat(pending.nextDue()).isEqualTo(request.requestedAt().plus(Duration.ofMinutes(30)));
        given(request, opened(), short30)
                .approves("bea", T1)
                .thenRefused(new Refusal.Lapsed(pending.nextDue()));
    }

    @Test
    void a_shortening_that_leaves_nothing_is_refused() {
        given(clocked(WindowClock.REQUEST, null), opened())
                .approves("arno", T1, Duration.ofMinutes(5))
                .thenRefused(new Refusal.NothingLeft());
    }

    @Test
    void by_the_confirmations_clock_the_window_carries_its_length() {
        // Given
        var until = T0.plus(Duration.ofDays(3));

        // When
        var window = Window.of(clocked(WindowClock.CONFIRMATION, until), null, T1).orElseThrow();

        // Then
        assertThat(window.start()).isEqualTo(T1);
        assertThat(window.end()).isEqualTo(T1.plus(LONG));
        assertThat(window.tenure()).isEqualTo(new Tenure(false, LONG, until));
    }

    @Test
    void a_shortening_shortens_what_is_counted_from_the_confirmation() {
        // Given
        var hour = Duration.ofHours(1);

        // When
        var window = Window.of(clocked(WindowClock.CONFIRMATION, null), hour, T1).orElseThrow();

        // Then
        assertThat(window.end()).isEqualTo(T1.plus(hour));
        assertThat(window.tenure()).isEqualTo(new Tenure(false, hour, null));
    }

    @Test
    void what_outlives_its_eligibility_says_so() {
        // Given
        var policy = policy().change().outlivesEligibility(true).build();

        // When
        var window = Window.of(requested(policy, null, null), null, T0).orElseThrow();

        // Then
        assertThat(window.tenure()).isEqualTo(new Tenure(true, null, null));
    }

    @Test
    void without_a_duration_it_has_no_end_but_the_eligibilitys() {
        assertThat(Window.of(endless(null), null, T1).orElseThrow().end())
                .isEqualTo(ActivationApproved.FOREVER);
        assertThat(Window.of(endless(T1.plusSeconds(9)), null, T1).orElseThrow().end())
                .isEqualTo(T1.plusSeconds(9));
        assertThat(Window.of(endless(null), LONG, T1).orElseThrow().end()).isEqualTo(T1.plus(LONG));
    }

    private static ActivationRequested clocked(WindowClock clock, Instant until) {
        Policy policy = policy(ARNO_OR_BEA).change().clock(clock).build();
        return requested(policy, null, until);
    }

    private static ActivationRequested endless(Instant until) {
        var r = requested(policy(), null, until);
        return new ActivationRequested(
                KEY,
                ACTIVATION,
                r.action(),
                "zoe",
                null,
                null,
                r.assurance(),
                null,
                null,
                r.requestedAt(),
                null,
                null,
                until,
                r.policy());
    }
}
