package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.Violation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ActivationDeciderTest {
    private static final ActivationRequested R1 = requested(good());

    static ActivationRequested requested(Example example) {
        return given().when(example.submit()).thenRequested();
    }

    @Test
    void accepts_a_request_that_passes_every_rule() {
        // When, Then
        given().when(good().submit())
                .then(
                        new ActivationRequested(
                                KEY,
                                "r1",
                                RequestAction.SELF_ACTIVATE,
                                KEY.principal(),
                                "e1",
                                null,
                                good().asking().assurance(),
                                "restart of billing workers",
                                good().wish().ticket(),
                                NOW,
                                null,
                                Duration.ofHours(2),
                                null,
                                Example.STRICT));
    }

    @Test
    void carries_a_later_start_and_the_eligibilitys_end() {
        // Given
        var later = NOW.plus(Duration.ofDays(1));
        var until = NOW.plus(Duration.ofDays(2));

        // When
        var requested =
                given().when(good().start(later).eligible(NOW, until).submit()).thenRequested();

        // Then
        assertThat(requested.start()).isEqualTo(later);
        assertThat(requested.eligibleUntil()).isEqualTo(until);
    }

    @Test
    void takes_the_policys_duration_when_none_is_asked_for() {
        assertThat(requested(good().lasting(null)).duration()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void names_every_reason_at_once() {
        given().when(
                        good().lasting(Duration.ofHours(9))
                                .because(null)
                                .ticket(null)
                                .with(Example.signedIn(null, NOW))
                                .submit())
                .thenRefusedBy("MfaRule", "ExpirationRule", "JustificationRule", "TicketingRule");
    }

    @Test
    void says_in_the_refusal_who_asked_and_how_they_had_signed_in() {
        // Given
        var stranger = good().by("user-c");

        // When
        var refused = given().when(stranger.submit()).thenRefused();

        // Then
        assertThat(refused.key()).isEqualTo(KEY);
        assertThat(refused.activationId()).isEqualTo("r1");
        assertThat(refused.requestedBy()).isEqualTo("user-c");
        assertThat(refused.assurance()).isEqualTo(stranger.asking().assurance());
        assertThat(refused.justification()).isEqualTo("restart of billing workers");
        assertThat(refused.refusedAt()).isEqualTo(NOW);
    }

    @Test
    void a_policy_whose_pattern_is_broken_refuses() {
        // Given
        var policy = Policies.ticket(new dev.ephor.events.Policy.TicketRule(null, "(", null));

        // When
        var refused = given().when(good().under(policy).submit()).thenRefused();

        // Then
        assertThat(refused.broken()).extracting(Violation::rule).containsExactly("TicketingRule");
    }

    @Test
    void gives_back_what_is_active() {
        given(R1)
                .heard(Heard.approved(), Heard.windowOpened(), Heard.granted(), Heard.active())
                .when(good().id("r2").deactivate())
                .then(new DeactivationRequested(KEY, "r1", "r2", "user-a", "done", NOW));
    }

    @Test
    void gives_back_what_is_still_pending() {
        given(R1)
                .when(good().id("r2").deactivate())
                .then(new DeactivationRequested(KEY, "r1", "r2", "user-a", "done", NOW));
    }

    @Test
    void has_nothing_to_give_back_where_nothing_is_held() {
        given().when(good().deactivate()).thenNothing();
    }

    @Test
    void gives_back_nothing_twice() {
        given(R1, new DeactivationRequested(KEY, "r1", "r2", "user-a", null, NOW))
                .when(good().id("r3").deactivate())
                .thenNothing();
    }

    @Test
    void gives_back_nothing_that_has_ended() {
        given(R1)
                .heard(Heard.approved(), Heard.expired())
                .when(good().id("r2").deactivate())
                .thenNothing();
    }

    @Test
    void gives_back_nothing_whose_window_has_passed_unheard() {
        given(R1)
                .heard(Heard.approved())
                .when(good().id("r2").at(Heard.END).deactivate())
                .thenNothing();
    }

    @Test
    void gives_back_nothing_for_somebody_else() {
        given(R1).when(good().id("r2").by("user-c").deactivate()).thenNothing();
    }

    @Test
    void a_refusal_changes_nothing() {
        // Given
        var decider = new ActivationDecider();
        var held = decider.evolve(Held.NOTHING, R1);
        var refused = given().when(good().by("user-c").submit()).thenRefused();

        // When
        var after = decider.evolve(held, refused);

        // Then
        assertThat(after).isEqualTo(held);
    }
}
