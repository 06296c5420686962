package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.MFA;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;

import dev.ephor.events.Assurance;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class RulesTest {

    private static void accepts(Example example) {
        given().when(example.submit()).thenRequested();
    }

    private static void refuses(Example example, String rule, String reason) {
        given().when(example.submit()).thenRefusedBecause(rule, reason);
    }

    @Nested
    class The_duration {
        @Test
        void may_be_as_long_as_the_policy_allows() {
            accepts(good().lasting(Duration.ofHours(8)));
        }

        @Test
        void must_not_be_longer_than_the_policy_allows() {
            refuses(good().lasting(Duration.ofHours(8).plusNanos(1)), "ExpirationRule", "PT8H");
        }

        @Test
        void may_be_shorter_than_five_minutes() {
            accepts(good().lasting(Duration.ofSeconds(1)));
        }

        @ParameterizedTest
        @ValueSource(strings = {"PT0S", "PT-1S", "PT-999999999H"})
        void must_be_longer_than_nothing(Duration none) {
            refuses(good().lasting(none), "ExpirationRule", "not longer than nothing");
        }

        @Test
        void may_be_absurd_and_is_refused_like_any_other() {
            refuses(
                    good().lasting(Duration.ofSeconds(Long.MAX_VALUE)),
                    "ExpirationRule",
                    "longer than the policy allows");
        }

        @Test
        void may_be_absurd_beyond_the_end_of_an_eligibility() {
            given().when(
                            good().lasting(Duration.ofSeconds(Long.MAX_VALUE))
                                    .eligible(NOW, NOW.plusSeconds(1))
                                    .submit())
                    .thenRefusedBy("EligibilityRule", "ExpirationRule");
        }
    }

    @Nested
    class The_start {
        @Test
        void may_lie_a_little_in_the_past_for_the_clients_clock() {
            accepts(good().start(NOW.minus(Duration.ofMinutes(2))));
        }

        @Test
        void must_not_lie_in_the_past() {
            refuses(
                    good().start(NOW.minus(Duration.ofMinutes(2)).minusNanos(1)),
                    "ExpirationRule",
                    "in the past");
        }

        @Test
        void may_be_as_old_as_time_and_is_refused_like_any_other() {
            refuses(good().start(Instant.MIN), "ExpirationRule", "in the past");
        }

        @Test
        void may_lie_ahead() {
            accepts(good().start(NOW.plus(Duration.ofDays(30))));
        }
    }

    @Nested
    class The_eligibility {
        @Test
        void must_be_there() {
            refuses(good().eligible(null), "EligibilityRule", "not eligible");
        }

        @Test
        void is_nobodys_where_the_group_is_not_known() {
            given().when(good().under((Policy) null).eligible(null).lasting(null).submit())
                    .thenRefusedBy("EligibilityRule");
        }

        @Test
        void must_have_begun() {
            refuses(good().eligible(NOW.plusNanos(1), null), "EligibilityRule", "begins at");
        }

        @Test
        void may_begin_with_the_window() {
            accepts(good().eligible(NOW, null));
        }

        @Test
        void must_not_have_ended() {
            refuses(good().eligible(NOW.minusSeconds(9), NOW), "EligibilityRule", "ended at");
        }

        @Test
        void may_end_with_the_window() {
            accepts(good().eligible(NOW, NOW.plus(Duration.ofHours(2))));
        }

        @Test
        void must_not_end_before_the_window() {
            refuses(
                    good().eligible(NOW, NOW.plus(Duration.ofHours(2)).minusNanos(1)),
                    "EligibilityRule",
                    "shorter");
        }

        @Test
        void must_cover_a_window_that_opens_later() {
            refuses(
                    good().start(NOW.plus(Duration.ofDays(2)))
                            .eligible(NOW, NOW.plus(Duration.ofDays(1))),
                    "EligibilityRule",
                    "ended at");
        }
    }

    @Nested
    class The_sign_in {
        @Test
        void may_be_strong_by_its_methods() {
            accepts(good().with(new Assurance(null, List.of("pwd", "mfa"), List.of(), NOW)));
        }

        @Test
        void must_not_be_weak() {
            refuses(good().with(Example.signedIn("pwd", NOW)), "MfaRule", MFA);
        }

        @Test
        void must_not_be_stale() {
            refuses(
                    good().with(Example.signedIn(MFA, NOW.minus(Duration.ofMinutes(16)))),
                    "MfaRule",
                    "PT15M");
        }

        @Test
        void must_have_a_known_age() {
            refuses(good().with(Example.signedIn(MFA, null)), "MfaRule", "sign in again");
        }

        @Test
        void is_not_asked_for_where_the_policy_asks_for_none() {
            accepts(good().under(Example.LAX).with(Example.signedIn(null, null)));
        }
    }

    @Nested
    class The_justification {
        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", ".", "too short", "          ", "..........", " 123456789 "})
        void must_be_given_in_words(String none) {
            refuses(good().because(none), "JustificationRule", "at least 10 characters");
        }

        @Test
        void of_one_character_is_not_a_dot() {
            refuses(good().under(Policies.justification(1)).because("."), "JustificationRule", "1");
        }

        @Test
        void may_have_exactly_the_minimum() {
            accepts(good().because("0123456789"));
        }

        @Test
        void is_counted_in_characters_of_any_script() {
            accepts(good().under(Policies.justification(2)).because("緊急"));
        }

        @Test
        void counts_a_character_outside_the_basic_plane_as_one() {
            refuses(
                    good().under(Policies.justification(3)).because("a\uD83D\uDE00"),
                    "JustificationRule",
                    "3");
        }

        @Test
        void is_not_asked_for_where_the_policy_asks_for_none() {
            accepts(good().under(Example.LAX).because(null));
        }
    }

    @Nested
    class The_ticket {
        @Test
        void must_be_given() {
            refuses(good().ticket(null), "TicketingRule", "ticketNumber");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"", "  "})
        void must_have_a_number(String none) {
            refuses(good().ticket(new Ticket(none, "Helpdesk")), "TicketingRule", "ticketNumber");
        }

        @ParameterizedTest
        @ValueSource(strings = {"INC-", "xINC-1", "INC-1x", "inc-1", "INC-1\n"})
        void must_have_a_number_of_the_wanted_form(String number) {
            refuses(good().ticket(new Ticket(number, "Helpdesk")), "TicketingRule", "INC-[0-9]+");
        }

        @ParameterizedTest
        @NullSource
        @ValueSource(strings = {"Other"})
        void must_be_of_the_wanted_system(String system) {
            refuses(good().ticket(new Ticket("INC-1", system)), "TicketingRule", "Helpdesk");
        }

        @Test
        void may_be_of_any_system_and_form_where_none_is_named() {
            accepts(
                    good().under(Policies.ticket(new TicketRule(null, null, null)))
                            .ticket(new Ticket("?", null)));
        }

        @Test
        void is_not_asked_for_where_the_policy_asks_for_none() {
            accepts(good().under(Example.LAX).ticket(null));
        }
    }

    @Nested
    class The_requester {
        @Test
        void must_be_the_principal() {
            refuses(good().by("user-c"), "Authorization_RequestDenied", "principalId");
        }
    }

    @Nested
    class Another_activation_of_the_key {
        private static final ActivationRequested R1 = requested(good());
        private static final Example AGAIN = good().id("r2");

        @Test
        void must_not_wait_for_its_approval() {
            given(R1)
                    .heard(Heard.opened())
                    .when(AGAIN.submit())
                    .thenRefusedBecause("PendingRoleAssignmentRequest", "r1");
        }

        @Test
        void must_not_be_on_its_way() {
            given(R1).when(AGAIN.submit()).thenRefusedBecause("PendingRoleAssignmentRequest", "r1");
        }

        @Test
        void must_not_be_active() {
            given(R1)
                    .heard(Heard.approved(), Heard.granted(), Heard.active())
                    .when(AGAIN.submit())
                    .thenRefusedBecause("RoleAssignmentExists", "r1");
        }

        @Test
        void must_not_be_approved_for_later() {
            given(R1)
                    .heard(Heard.approvedFor(NOW.plusSeconds(3600), NOW.plusSeconds(7200)))
                    .when(AGAIN.start(NOW.plus(Duration.ofDays(1))).submit())
                    .thenRefusedBecause("RoleAssignmentExists", "r1");
        }

        @Test
        void is_seen_as_approved_when_the_approval_itself_is_heard_late() {
            given(R1)
                    .heard(Heard.windowOpened())
                    .when(AGAIN.submit())
                    .thenRefusedBy("RoleAssignmentExists");
        }

        @Test
        void may_have_been_denied() {
            given(R1).heard(Heard.denied()).when(AGAIN.submit()).thenRequested();
        }

        @Test
        void may_have_lapsed() {
            given(R1).heard(Heard.lapsed()).when(AGAIN.submit()).thenRequested();
        }

        @Test
        void may_have_been_given_back() {
            given(R1, new DeactivationRequested(R1.key(), "r1", "rd", "user-a", null, NOW))
                    .when(AGAIN.submit())
                    .thenRequested();
        }

        @Test
        void may_have_been_revoked() {
            given(R1).heard(Heard.approved(), Heard.revoked()).when(AGAIN.submit()).thenRequested();
        }

        @Test
        void may_have_a_window_that_has_passed_though_nobody_said_so_yet() {
            given(R1)
                    .heard(Heard.approved(), Heard.active())
                    .when(AGAIN.at(Heard.END).with(Example.signedIn(MFA, Heard.END)).submit())
                    .thenRequested();
        }
    }
}
