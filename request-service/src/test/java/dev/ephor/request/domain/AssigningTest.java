package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Active access that an admin gives and takes away. */
class AssigningTest {
    private static final Example ASSIGN =
            good().byAdmin().action(RequestAction.ADMIN_ASSIGN).eligible(null);

    private static Example under(AdminRules assignment) {
        return ASSIGN.under(
                new PolicyDefined(
                        KEY.tenant(),
                        KEY.group(),
                        Access.MEMBER,
                        Example.STRICT,
                        AdminRules.ELIGIBILITY,
                        assignment,
                        List.of()));
    }

    @Test
    void asks_nobody_and_hangs_on_no_eligibility() {
        // When
        var requested = given().when(ASSIGN.submit()).thenRequested();

        // Then
        assertThat(requested.action()).isEqualTo(RequestAction.ADMIN_ASSIGN);
        assertThat(requested.requestedBy()).isEqualTo("admin");
        assertThat(requested.eligibilityId()).isNull();
        assertThat(requested.policy().stages()).isEmpty();
        assertThat(requested.duration()).isEqualTo(Duration.ofHours(2));
    }

    @Test
    void may_be_without_end_where_the_policy_lets_it() {
        assertThat(given().when(ASSIGN.span(new Span.Endless()).submit()).thenRequested())
                .extracting(ActivationRequested::duration)
                .isNull();
        given().when(
                        under(new AdminRules(false, Duration.ofDays(30), false, false, false))
                                .span(new Span.Endless())
                                .submit())
                .thenRefusedBecause("ExpirationRule", "PT720H");
    }

    @Test
    void is_no_longer_than_the_policy_lets_it() {
        given().when(ASSIGN.lasting(Duration.ofDays(181)).submit())
                .thenRefusedBecause("ExpirationRule", "PT4320H");
    }

    @Test
    void an_owner_may_and_so_may_an_application_of_an_admin() {
        given().when(good().by("owner").action(RequestAction.ADMIN_ASSIGN).submit())
                .thenRequested();
        given().when(ASSIGN.byApplication().submit()).thenRequested();
    }

    @Test
    void nobody_else_may() {
        given().when(good().action(RequestAction.ADMIN_ASSIGN).submit())
                .thenRefusedBy("Authorization_RequestDenied");
    }

    @Test
    void asks_for_what_the_policy_asks_of_admins_all_at_once() {
        given().when(
                        under(new AdminRules(true, Duration.ofDays(1), true, true, true))
                                .because("...")
                                .ticket(null)
                                .with(Example.signedIn("pwd", NOW))
                                .byAdmin()
                                .submit())
                .thenRefusedBy("MfaRule", "JustificationRule", "TicketingRule");
    }

    @Test
    void names_who_or_what_is_not_known() {
        given().when(ASSIGN.seenAs(null).submit()).thenRefusedBy("SubjectNotFound");
        given().when(ASSIGN.under((PolicyDefined) null).submit()).thenRefusedBy("ResourceNotFound");
    }

    @Test
    void gives_nothing_twice() {
        given(given().when(ASSIGN.submit()).thenRequested())
                .heard(Heard.approved())
                .when(ASSIGN.id("r2").submit())
                .thenRefusedBy("RoleAssignmentExists");
    }

    @Test
    void an_admin_takes_away_whatever_is_live() {
        given(given().when(good().submit()).thenRequested())
                .heard(Heard.approved())
                .when(good().byAdmin().id("x1").remove())
                .then(new RevocationRequested(KEY, "r1", "x1", "admin", "no longer needed", NOW));
    }

    @Test
    void nobody_else_takes_anything_away() {
        given(given().when(good().submit()).thenRequested())
                .when(good().by("user-c").id("x1").remove())
                .thenNothing();
    }

    @Test
    void an_application_has_no_self_to_activate_or_give_back() {
        given().when(good().byApplication().submit()).thenRefusedBy("Authorization_RequestDenied");
        given(given().when(good().submit()).thenRequested())
                .when(good().byApplication().id("d1").deactivate())
                .thenNothing();
    }
}
