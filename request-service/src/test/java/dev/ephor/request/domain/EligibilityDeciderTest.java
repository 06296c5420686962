package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityCommand.Deny;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import dev.ephor.request.domain.EligibilityCommand.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class EligibilityDeciderTest {
    private static final Instant MONTH = NOW.plus(Duration.ofDays(30));
    private static final EligibilityAssigned ASSIGNED =
            new EligibilityAssigned(
                    KEY, "e1", NOW, MONTH, "r0", "admin", "restart of billing workers");

    private final EligibilityDecider decider = new EligibilityDecider();
    private Eligible eligible = Eligible.NOTHING;
    private List<EligibilityEvent> decided = List.of();

    private static Example admin(RequestAction action) {
        return good().id("r1").byAdmin().action(action).span(new Span.Until(MONTH));
    }

    private static Example self(RequestAction action) {
        return good().id("s1").action(action).at(before(10)).span(new Span.Until(after(14)));
    }

    private static Instant before(int days) {
        return MONTH.minus(Duration.ofDays(days));
    }

    private static Instant after(int days) {
        return MONTH.plus(Duration.ofDays(days));
    }

    private static Ask ask(Example example) {
        return new Ask(example.asking(), example.wish(), example.circumstances(), "e2");
    }

    private EligibilityDeciderTest given(EligibilityEvent... events) {
        eligible = decider.replay(Eligible.NOTHING, List.of(events));
        return this;
    }

    private EligibilityDeciderTest when(EligibilityCommand command) {
        decided = decider.decide(command, eligible);
        return this;
    }

    private EligibilityDeciderTest when(Example example) {
        return when(ask(example));
    }

    private void then(EligibilityEvent... events) {
        assertThat(decided).containsExactly(events);
    }

    private void thenRefusedBy(String... rules) {
        assertThat(decided)
                .singleElement()
                .isInstanceOfSatisfying(
                        EligibilityRefused.class,
                        refused -> {
                            assertThat(refused.violations())
                                    .extracting(Violation::rule)
                                    .containsExactly(rules);
                            assertThat(refused.broken()).isEmpty();
                        });
    }

    private static EligibilityExtensionRequested extensionAsked() {
        return new EligibilityExtensionRequested(
                KEY,
                "e1",
                "s1",
                RequestAction.SELF_EXTEND,
                good().asking().assurance(),
                null,
                after(14),
                "restart of billing workers",
                good().wish().ticket(),
                before(10));
    }

    @Nested
    class An_admin {
        @Test
        void makes_somebody_eligible() {
            given().when(admin(RequestAction.ADMIN_ASSIGN))
                    .then(
                            new EligibilityAssigned(
                                    KEY,
                                    "e2",
                                    NOW,
                                    MONTH,
                                    "r1",
                                    "admin",
                                    "restart of billing workers"));
        }

        @Test
        void makes_nobody_eligible_twice() {
            given(ASSIGNED)
                    .when(admin(RequestAction.ADMIN_ASSIGN))
                    .thenRefusedBy("RoleAssignmentExists");
        }

        @Test
        void changes_the_dates() {
            given(ASSIGNED)
                    .when(
                            admin(RequestAction.ADMIN_UPDATE)
                                    .start(NOW.plusSeconds(60))
                                    .lasting(Duration.ofDays(5)))
                    .then(
                            new EligibilityUpdated(
                                    KEY,
                                    "e1",
                                    NOW.plusSeconds(60),
                                    NOW.plusSeconds(60).plus(Duration.ofDays(5)),
                                    "r1",
                                    "admin",
                                    "restart of billing workers",
                                    NOW));
        }

        @Test
        void extends_at_any_time_and_keeps_the_id() {
            given(ASSIGNED)
                    .when(admin(RequestAction.ADMIN_EXTEND).lasting(Duration.ofDays(14)))
                    .then(
                            new EligibilityExtended(
                                    KEY,
                                    "e1",
                                    NOW,
                                    after(14),
                                    "r1",
                                    "admin",
                                    "restart of billing workers",
                                    NOW));
        }

        @Test
        void does_not_shorten_by_extending() {
            given(ASSIGNED)
                    .when(admin(RequestAction.ADMIN_EXTEND).span(new Span.Until(before(1))))
                    .thenRefusedBy("ExpirationRule");
        }

        @Test
        void renews_what_has_ended_as_another_one() {
            given(ASSIGNED, new EligibilityExpired(KEY, "e1", MONTH, MONTH))
                    .when(
                            admin(RequestAction.ADMIN_RENEW)
                                    .at(after(60))
                                    .lasting(Duration.ofDays(1)))
                    .then(
                            new EligibilityAssigned(
                                    KEY,
                                    "e2",
                                    after(60),
                                    after(61),
                                    "r1",
                                    "admin",
                                    "restart of billing workers"));
        }

        @Test
        void takes_away_and_ends_what_was_asked_about_it() {
            given(ASSIGNED, extensionAsked())
                    .when(admin(RequestAction.ADMIN_REMOVE).because(" "))
                    .then(
                            new EligibilityRemoved(
                                    KEY, "e1", NOW, "Removed by an admin.", "r1", "admin"),
                            new EligibilityExtensionCanceled(
                                    KEY, "e1", "s1", "ephor", "The eligibility was removed.", NOW));
        }

        @Test
        void changes_and_takes_away_nothing_that_is_not_there() {
            for (var action :
                    List.of(
                            RequestAction.ADMIN_UPDATE,
                            RequestAction.ADMIN_EXTEND,
                            RequestAction.ADMIN_RENEW,
                            RequestAction.ADMIN_REMOVE)) {
                given().when(admin(action)).thenRefusedBy("RoleAssignmentDoesNotExist");
            }
        }

        @Test
        void keeps_to_what_the_policy_lets_admins_give() {
            given().when(
                            admin(RequestAction.ADMIN_ASSIGN)
                                    .span(new Span.Until(NOW.plus(Duration.ofDays(366)))))
                    .thenRefusedBy("ExpirationRule");
            given().when(
                            admin(RequestAction.ADMIN_ASSIGN)
                                    .span(new Span.Until(NOW.minusSeconds(1))))
                    .thenRefusedBy("ExpirationRule");
            given().when(admin(RequestAction.ADMIN_ASSIGN).seenAs(null))
                    .thenRefusedBy("SubjectNotFound");
        }

        @Test
        void is_an_admin_or_an_owner_and_nobody_else() {
            given().when(good().by("owner").action(RequestAction.ADMIN_ASSIGN));
            assertThat(decided).singleElement().isInstanceOf(EligibilityAssigned.class);
            given().when(good().action(RequestAction.ADMIN_ASSIGN))
                    .thenRefusedBy("Authorization_RequestDenied");
        }
    }

    @Nested
    class The_holder {
        @Test
        void asks_for_more_long_before_the_end_as_well_as_near_it() {
            given(ASSIGNED).when(self(RequestAction.SELF_EXTEND)).then(extensionAsked());
            given(ASSIGNED).when(self(RequestAction.SELF_EXTEND).at(before(25)));
            assertThat(decided).hasOnlyElementsOfType(EligibilityExtensionRequested.class);
        }

        @Test
        void asks_once_at_a_time() {
            given(ASSIGNED, extensionAsked())
                    .when(self(RequestAction.SELF_EXTEND).id("s2"))
                    .thenRefusedBy("PendingRoleAssignmentRequest");
        }

        @Test
        void asks_for_what_has_ended_within_30_days() {
            given(ASSIGNED, new EligibilityExpired(KEY, "e1", MONTH, MONTH));
            var again = self(RequestAction.SELF_RENEW).at(after(30)).lasting(Duration.ofDays(1));
            when(again);
            assertThat(decided)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EligibilityExtensionRequested.class,
                            e -> {
                                assertThat(e.start()).isEqualTo(after(30));
                                assertThat(e.end()).isEqualTo(after(31));
                            });
            when(again.at(after(30).plusSeconds(1))).thenRefusedBy("ExpirationRule");
        }

        @Test
        void asks_for_nothing_that_never_was_and_for_nobody_else() {
            given().when(self(RequestAction.SELF_EXTEND))
                    .thenRefusedBy("RoleAssignmentDoesNotExist");
            given(ASSIGNED)
                    .when(self(RequestAction.SELF_EXTEND).by("user-c"))
                    .thenRefusedBy("Authorization_RequestDenied");
        }

        @Test
        void takes_back_what_was_asked() {
            given(ASSIGNED, extensionAsked())
                    .when(new Withdraw(good().asking(), KEY, "s1", good().circumstances()))
                    .then(new EligibilityExtensionCanceled(KEY, "e1", "s1", "user-a", null, NOW));
        }
    }

    @Nested
    class The_decision {
        private static Deny deny(Example by) {
            return new Deny(by.asking(), KEY, "s1", "not needed", by.circumstances());
        }

        @Test
        void grants_by_a_matching_extension_under_the_holders_request() {
            given(ASSIGNED, extensionAsked())
                    .when(admin(RequestAction.ADMIN_EXTEND).span(new Span.Until(after(7))));
            assertThat(decided)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            EligibilityExtended.class,
                            e -> assertThat(e.requestId()).isEqualTo("s1"));
            assertThat(decider.replay(eligible, decided).pending()).isNull();
        }

        @Test
        void grants_after_the_end_what_was_asked_before_it() {
            given(ASSIGNED, extensionAsked(), new EligibilityExpired(KEY, "e1", MONTH, MONTH))
                    .when(
                            admin(RequestAction.ADMIN_EXTEND)
                                    .at(after(1))
                                    .span(new Span.Until(after(14))))
                    .then(
                            new EligibilityAssigned(
                                    KEY,
                                    "e2",
                                    after(1),
                                    after(14),
                                    "s1",
                                    "admin",
                                    "restart of billing workers"));
        }

        @Test
        void denies_with_a_reason() {
            given(ASSIGNED, extensionAsked())
                    .when(deny(good().byAdmin()))
                    .then(
                            new EligibilityExtensionDenied(
                                    KEY, "e1", "s1", "admin", "not needed", NOW));
        }

        @Test
        void is_nobodys_about_their_own_and_no_strangers() {
            given(ASSIGNED, extensionAsked());
            when(deny(good().byAdmin().by(KEY.principal()))).then();
            when(deny(good().by("user-c"))).then();
        }

        @Test
        void is_taken_once() {
            given(
                            ASSIGNED,
                            extensionAsked(),
                            new EligibilityExtensionDenied(KEY, "e1", "s1", "admin", null, NOW))
                    .when(deny(good().byAdmin()))
                    .then();
        }
    }

    @Nested
    class Time {
        private List<String> said(Eligible from, Instant... times) {
            var said = new ArrayList<String>();
            Eligible state = from;
            for (Instant time : times) {
                var events = decider.decide(new Pass(KEY, time), state);
                state = decider.replay(state, events);
                for (var event : events) {
                    said.add(
                            event instanceof EligibilityEnding ending
                                    ? ending.before().toDays() + " days"
                                    : event.getClass().getSimpleName());
                }
            }
            return said;
        }

        private Eligible lasting(Duration duration) {
            return decider.evolve(
                    Eligible.NOTHING,
                    new EligibilityAssigned(
                            KEY, "e1", NOW, NOW.plus(duration), null, "admin", null));
        }

        @Test
        void warns_twice_and_ends_once() {
            assertThat(
                            said(
                                    lasting(Duration.ofDays(30)),
                                    NOW,
                                    before(14),
                                    before(14).plusSeconds(1),
                                    before(2),
                                    before(1),
                                    before(1).plusSeconds(1),
                                    MONTH,
                                    after(1)))
                    .containsExactly("14 days", "1 days", "EligibilityExpired");
        }

        @Test
        void warns_of_the_last_day_alone_where_two_weeks_were_never_left() {
            var end = NOW.plus(Duration.ofDays(3));
            assertThat(said(lasting(Duration.ofDays(3)), NOW, end.minus(Duration.ofDays(1)), end))
                    .containsExactly("1 days", "EligibilityExpired");
        }

        @Test
        void warns_once_of_what_was_missed() {
            assertThat(said(lasting(Duration.ofDays(30)), before(1).plusSeconds(60)))
                    .containsExactly("1 days");
        }

        @Test
        void warns_again_after_an_extension() {
            var extended =
                    decider.replay(
                            lasting(Duration.ofDays(30)),
                            List.of(
                                    new EligibilityEnding(
                                            KEY, "e1", MONTH, Duration.ofDays(14), before(14)),
                                    new EligibilityExtended(
                                            KEY,
                                            "e1",
                                            NOW,
                                            after(30),
                                            "r1",
                                            "admin",
                                            null,
                                            before(10))));
            assertThat(said(extended, before(1), after(16), after(29)))
                    .containsExactly("14 days", "1 days");
        }

        @Test
        void does_nothing_to_what_has_no_end() {
            var endless =
                    decider.evolve(
                            Eligible.NOTHING,
                            new EligibilityAssigned(KEY, "e1", NOW, null, null, "admin", null));
            assertThat(said(endless, after(10_000))).isEmpty();
        }

        @Test
        void comes_by_when_the_next_thing_is_due() {
            assertThat(Warning.due(MONTH, null)).contains(before(14));
            assertThat(Warning.due(MONTH, Warning.TWO_WEEKS)).contains(before(1));
            assertThat(Warning.due(MONTH, Warning.ONE_DAY)).contains(MONTH);
            assertThat(Warning.due(null, null)).isEmpty();
        }
    }
}
