package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static dev.ephor.request.domain.Heard.END;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A window goes on as another one, which begins where it ends. */
class ExtendingTest {
    private static final ActivationRequested R1 = requested(good());
    private static final Instant LATER = NOW.plusSeconds(60);
    private static final Example EXTEND =
            good().id("r2").at(LATER).action(RequestAction.SELF_EXTEND);

    private static Given active() {
        return given(R1).heard(Heard.approved(), Heard.windowOpened(), Heard.granted());
    }

    private static ActivationApproved approved(String id, Instant start, Instant end) {
        return new ActivationApproved(KEY, id, "e1", start, end, LATER, List.of(), null);
    }

    @Test
    void begins_where_the_other_ends_and_names_it() {
        // When
        var extension = active().when(EXTEND.submit()).thenRequested();

        // Then
        assertThat(extension.start()).isEqualTo(END);
        assertThat(extension.duration()).isEqualTo(Duration.ofHours(2));
        assertThat(extension.extendsActivation()).isEqualTo("r1");
        assertThat(extension.eligibilityId()).isEqualTo("e1");
        assertThat(extension.policy().stages()).hasSize(1);
        assertThat(extension.policy().clock()).isEqualTo(Policy.WindowClock.REQUEST);
    }

    @Test
    void may_name_the_new_end() {
        var until = END.plusSeconds(1800);
        assertThat(
                        active().when(EXTEND.span(new Span.Until(until)).submit())
                                .thenRequested()
                                .duration())
                .isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void asks_nobody_where_the_policy_says_so() {
        var policy = Example.STRICT.change().approvalForExtension(false).build();
        assertThat(active().when(EXTEND.under(policy).submit()).thenRequested().policy().stages())
                .isEmpty();
    }

    @Test
    void needs_something_that_is_active() {
        given().when(EXTEND.submit()).thenRefusedBy("RoleAssignmentDoesNotExist");
    }

    @Test
    void goes_on_once_at_a_time() {
        given(R1).heard(Heard.approved()).when(EXTEND.submit()).thenRequested();
        var second = active().when(EXTEND.submit()).thenRequested();
        given(R1, second)
                .heard(Heard.approved())
                .when(EXTEND.id("r3").submit())
                .thenRefusedBy("PendingRoleAssignmentRequest");
        given(R1, second)
                .heard(Heard.approved(), approved("r2", END, END.plusSeconds(7200)))
                .when(EXTEND.id("r3").submit())
                .thenRefusedBecause("RoleAssignmentDoesNotExist", "begins only at");
    }

    @Test
    void is_no_longer_than_the_policy_and_the_eligibility_allow() {
        active().when(EXTEND.lasting(Duration.ofHours(9)).submit()).thenRefusedBy("ExpirationRule");
        active().when(EXTEND.eligible(NOW, END.plusSeconds(60)).submit())
                .thenRefusedBy("EligibilityRule");
    }

    @Test
    void does_not_shorten() {
        active().when(
                        EXTEND.byAdmin()
                                .action(RequestAction.ADMIN_UPDATE)
                                .span(new Span.Until(END.minusSeconds(60)))
                                .submit())
                .thenRefusedBecause("ExpirationRule", "to end access sooner, remove it");
    }

    @Test
    void an_admins_asks_nobody_and_an_update_names_the_whole_window() {
        // When
        var updated =
                active().when(
                                EXTEND.byAdmin()
                                        .action(RequestAction.ADMIN_UPDATE)
                                        .start(NOW)
                                        .lasting(Duration.ofHours(5))
                                        .submit())
                        .thenRequested();

        // Then
        assertThat(updated.policy().stages()).isEmpty();
        assertThat(updated.start()).isEqualTo(END);
        assertThat(END.plus(updated.duration())).isEqualTo(NOW.plus(Duration.ofHours(5)));
    }

    @Test
    void a_plain_activation_over_a_live_window_exists_already() {
        active().when(good().id("r2").at(LATER).start(END).submit())
                .thenRefusedBy("RoleAssignmentExists");
    }

    @Test
    void giving_back_gives_back_what_goes_on_too() {
        // Given
        var extension = active().when(EXTEND.submit()).thenRequested();

        // When, Then
        given(R1, extension)
                .heard(Heard.approved())
                .when(good().id("d1").at(LATER).deactivate())
                .then(
                        new DeactivationRequested(KEY, "r1", "d1", "user-a", "done", LATER),
                        new DeactivationRequested(KEY, "r2", "d1", "user-a", "done", LATER));
    }
}
