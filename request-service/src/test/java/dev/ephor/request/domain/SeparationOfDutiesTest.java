package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.LAX;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SeparationOfDutiesTest {
    private static final MembershipKey PAYMENTS =
            new MembershipKey(KEY.tenant(), "payments", KEY.principal(), Access.OWNER);
    private static final ActivationRequested HELD =
            requested(good().of(PAYMENTS).id("p1").eligible(of(PAYMENTS)).under(LAX));

    private static Eligibility of(MembershipKey key) {
        return new Eligibility("e2", key, NOW.minusSeconds(60), null);
    }

    private static Policy not(String group, Approver... exceptionBy) {
        return LAX.change()
                .incompatible(
                        List.of(
                                new Incompatible(
                                        group,
                                        "four eyes",
                                        List.of(exceptionBy),
                                        Duration.ofMinutes(30))))
                .build();
    }

    private static Example member(String... groups) {
        return good().seenAs(Example.seen(false, Map.of(), List.of(groups)));
    }

    @Test
    void refuses_beside_what_is_pending_by_name() {
        given(HELD)
                .when(good().under(not("payments")).submit())
                .thenRefusedBecause("SeparationOfDutiesRule", "payments");
    }

    @Test
    void says_what_people_call_the_group_and_why_in_one_sentence() {
        Policy policy =
                LAX.change()
                        .incompatible(
                                List.of(
                                        new Incompatible(
                                                "payments",
                                                "Who buys does not pay.",
                                                List.of(),
                                                null)))
                        .build();

        given(HELD)
                .when(good().under(policy).named(Map.of("payments", "Paying suppliers")).submit())
                .thenRefusedBecause(
                        "SeparationOfDutiesRule",
                        "The group Paying suppliers (payments) is held already and does not go with this one: Who buys does not pay.");
    }

    @Test
    void refuses_beside_what_begins_later() {
        given(HELD)
                .heard(
                        new ActivationApproved(
                                PAYMENTS,
                                "p1",
                                "e2",
                                NOW.plusSeconds(600),
                                NOW.plusSeconds(700),
                                NOW,
                                List.of(),
                                null))
                .when(good().under(not("payments")).submit())
                .thenRefusedBecause("SeparationOfDutiesRule", "four eyes");
    }

    @Test
    void refuses_beside_what_is_held_for_good_without_ephor() {
        given().when(member("payments").under(not("payments")).submit())
                .thenRefusedBy("SeparationOfDutiesRule");
    }

    @Test
    void refuses_where_the_other_group_names_this_one() {
        given(HELD)
                .when(
                        good().under(LAX)
                                .beside(Example.terms("payments", not(KEY.group())))
                                .submit())
                .thenRefusedBecause("SeparationOfDutiesRule", "payments");
    }

    @Test
    void refuses_what_an_admin_assigns_too() {
        given(HELD)
                .when(
                        good().byAdmin()
                                .action(RequestAction.ADMIN_ASSIGN)
                                .under(not("payments"))
                                .submit())
                .thenRefusedBy("SeparationOfDutiesRule");
    }

    @Test
    void lets_pass_what_is_over() {
        given(HELD, new DeactivationRequested(PAYMENTS, "p1", "d1", "user-a", null, NOW))
                .when(good().under(not("payments")).submit())
                .thenRequested();
    }

    @Test
    void lets_pass_what_goes_together() {
        given(HELD).when(good().under(not("audit")).submit()).thenRequested();
    }

    @Test
    void asks_those_who_may_allow_an_exception_first_and_cuts_the_window() {
        // Given
        var policy =
                not("payments", Approver.user("ciso"))
                        .change()
                        .stages(List.of(Example.STAGE))
                        .build();

        // When
        var requested = given(HELD).when(good().under(policy).submit()).thenRequested();

        // Then
        assertThat(requested.policy().stages()).hasSize(2);
        assertThat(requested.policy().stages().getFirst().panels().getFirst().approvers())
                .containsExactly(Approver.user("ciso"));
        assertThat(requested.policy().stages().getLast()).isEqualTo(Example.STAGE);
        assertThat(requested.duration()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void an_exception_for_an_admins_assignment_is_asked_for_and_carries_an_end() {
        // When
        var requested =
                given(HELD)
                        .when(
                                good().byAdmin()
                                        .action(RequestAction.ADMIN_ASSIGN)
                                        .span(new Span.Endless())
                                        .under(not("payments", Approver.user("ciso")))
                                        .submit())
                        .thenRequested();

        // Then
        assertThat(requested.policy().stages()).hasSize(1);
        assertThat(requested.duration()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void refuses_where_one_of_the_two_allows_no_exception() {
        given(HELD)
                .when(
                        good().under(not("payments", Approver.user("ciso")))
                                .beside(Example.terms("payments", not(KEY.group())))
                                .submit())
                .thenRefusedBy("SeparationOfDutiesRule");
    }
}
