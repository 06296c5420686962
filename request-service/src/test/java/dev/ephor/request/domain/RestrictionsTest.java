package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.RequestEvent.Violation;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a policy asks beside duration, justification and sign-in. */
class RestrictionsTest {

    @Nested
    class The_account {
        @Test
        void must_not_be_disabled() {
            given().when(good().seenAs(Example.seen(true, Map.of(), List.of())).submit())
                    .thenRefusedBecause("PrincipalRule", "disabled");
        }

        @Test
        void must_not_have_been_removed() {
            given().when(good().seenAs(null).submit())
                    .thenRefusedBecause("SubjectNotFound", "not known");
        }
    }

    @Nested
    class The_attributes {
        private Example with(Condition condition, Map<String, String> attributes) {
            return good().under(Example.LAX.change().conditions(List.of(condition)).build())
                    .seenAs(Example.seen(false, attributes, List.of()));
        }

        private static final Condition DEPARTMENT =
                new Condition("department", List.of("IT", "Security"), null);
        private static final Condition CLEARANCE = new Condition("clearance", List.of(), 3);

        @Test
        void may_be_one_of_those_that_the_policy_names() {
            requested(with(DEPARTMENT, Map.of("department", "Security")));
        }

        @Test
        void must_be_one_of_those_that_the_policy_names() {
            given().when(with(DEPARTMENT, Map.of("department", "Sales")).submit())
                    .thenRefusedBecause("AttributeConditionRule", "IT, Security");
        }

        @Test
        void must_be_known() {
            given().when(with(DEPARTMENT, Map.of()).submit())
                    .thenRefusedBecause("AttributeConditionRule", "department");
        }

        @ParameterizedTest
        @CsvSource({"3, true", "4, true", "' 10', true", "2, false", "-3, false"})
        void must_be_high_enough(String clearance, boolean enough) {
            var example = with(CLEARANCE, Map.of("clearance", clearance));
            if (enough) {
                requested(example);
            } else {
                given().when(example.submit())
                        .thenRefusedBecause("AttributeConditionRule", "at least 3");
            }
        }

        @Test
        void break_the_rule_where_a_number_is_asked_and_they_are_none() {
            // When
            var refused =
                    given().when(with(CLEARANCE, Map.of("clearance", "secret")).submit())
                            .thenRefused();

            // Then
            assertThat(refused.violations()).isEmpty();
            assertThat(refused.broken())
                    .extracting(Violation::rule)
                    .containsExactly("AttributeConditionRule");
        }
    }

    @Nested
    class The_hours {
        private void judge(Hours hours, String at, boolean possible) {
            // Given
            var example =
                    good().under(Example.LAX.change().hours(hours).build()).at(Instant.parse(at));

            // When, Then
            if (possible) {
                requested(example);
            } else {
                given().when(example.submit()).thenRefusedBecause("ActivationDayRule", "only");
            }
        }

        /** The 4th of March 2026 is a Wednesday; Berlin is an hour ahead of UTC then. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-04T07:00:00Z, true",
            "2026-03-04T06:59:59Z, false",
            "2026-03-04T16:59:59Z, true",
            "2026-03-04T17:00:00Z, false",
            "2026-03-07T10:00:00Z, false"
        })
        void are_those_of_the_policys_zone_on_the_policys_days(String at, boolean possible) {
            var workdays =
                    Set.of(
                            DayOfWeek.MONDAY,
                            DayOfWeek.TUESDAY,
                            DayOfWeek.WEDNESDAY,
                            DayOfWeek.THURSDAY,
                            DayOfWeek.FRIDAY);
            judge(new Hours("Europe/Berlin", workdays, "08:00", "18:00"), at, possible);
        }

        /** A night that begins on Wednesday goes on into Thursday. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-04T22:00:00Z, true",
            "2026-03-05T05:59:59Z, true",
            "2026-03-05T06:00:00Z, false",
            "2026-03-04T05:00:00Z, false",
            "2026-03-05T22:00:00Z, false"
        })
        void go_on_over_midnight(String at, boolean possible) {
            judge(new Hours("UTC", Set.of(DayOfWeek.WEDNESDAY), "22:00", "06:00"), at, possible);
        }

        /** On the 29th of March 2026 the clocks of Berlin go from 02:00 to 03:00. */
        @ParameterizedTest
        @CsvSource({
            "2026-03-28T07:00:00Z, true",
            "2026-03-28T06:30:00Z, false",
            "2026-03-29T06:00:00Z, true",
            "2026-03-29T00:59:59Z, false",
            "2026-10-25T07:00:00Z, true",
            "2026-10-25T06:30:00Z, false"
        })
        void follow_summer_time(String at, boolean possible) {
            judge(new Hours("Europe/Berlin", Set.of(), "08:00", "18:00"), at, possible);
        }

        @Test
        void that_no_clock_shows_begin_when_the_clock_has_passed_them() {
            var hours = new Hours("Europe/Berlin", Set.of(), "02:30", "04:00");
            judge(hours, "2026-03-29T01:00:00Z", true);
            judge(hours, "2026-03-29T00:59:59Z", false);
        }

        @Test
        void may_be_whole_days() {
            var saturday = new Hours("UTC", Set.of(DayOfWeek.SATURDAY), null, null);
            judge(saturday, "2026-03-07T00:00:00Z", true);
            judge(saturday, "2026-03-08T00:00:00Z", false);
        }

        @Test
        void count_for_the_start_and_not_for_when_it_is_asked() {
            var hours = new Hours("UTC", Set.of(), "20:00", "21:00");
            requested(
                    good().under(Example.LAX.change().hours(hours).build())
                            .start(NOW.plus(Duration.ofHours(11))));
        }

        @Test
        void of_a_zone_that_is_not_there_break_the_rule() {
            var hours = new Hours("Mars/Olympus", Set.of(), null, null);
            var refused =
                    given().when(good().under(Example.LAX.change().hours(hours).build()).submit())
                            .thenRefused();
            assertThat(refused.broken())
                    .extracting(Violation::rule)
                    .containsExactly("ActivationDayRule");
        }
    }

    @Nested
    class The_ticket {
        private static final TicketRule CHECKED = new TicketRule(null, null, "helpdesk");

        private Example checked(TicketStanding standing) {
            return good().under(Policies.ticket(CHECKED)).ticketIs(standing);
        }

        @Test
        void may_be_open_and_ones_own() {
            requested(checked(TicketStanding.OPEN));
        }

        @ParameterizedTest
        @EnumSource(names = {"UNKNOWN", "CLOSED", "NOT_YOURS"})
        void must_be_open_and_ones_own(TicketStanding standing) {
            given().when(checked(standing).submit()).thenRefusedBy("TicketingRule");
        }

        @Test
        void breaks_the_rule_where_the_ticket_system_does_not_say() {
            assertBroken(checked(TicketStanding.UNREACHABLE));
        }

        @Test
        void breaks_the_rule_where_nobody_asked_the_ticket_system() {
            assertBroken(checked(null));
        }

        private void assertBroken(Example example) {
            var refused = given().when(example.submit()).thenRefused();
            assertThat(refused.violations()).isEmpty();
            assertThat(refused.broken())
                    .singleElement()
                    .satisfies(v -> assertThat(v.reason()).contains("TicketSystemSilent"));
        }
    }

    @Nested
    class The_authentication_context {
        private static final StepUp WANTED = new StepUp(null, "c1", Duration.ofMinutes(15));

        private Example with(List<String> contexts, Instant at) {
            return good().under(Example.LAX.change().stepUp(WANTED).build())
                    .with(new dev.ephor.events.Assurance(null, List.of(), contexts, at));
        }

        @Test
        void may_be_there_and_fresh() {
            requested(with(List.of("c1"), NOW.minusSeconds(60)));
        }

        @Test
        void must_be_there() {
            given().when(with(List.of("c2"), NOW).submit())
                    .thenRefusedBecause("MfaRule", "with c1 not older than PT15M");
        }

        @Test
        void must_be_fresh() {
            given().when(with(List.of("c1"), NOW.minusSeconds(3600)).submit())
                    .thenRefusedBy("MfaRule");
        }
    }
}
