package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static dev.ephor.request.domain.Given.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.request.domain.Command.Drop;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What ends before it begins. */
class CancelingTest {
    private static final Instant START = NOW.plus(Duration.ofDays(4));
    private static final Instant JUST_BEFORE = START.minusSeconds(2);
    private static final ActivationRequested LATER = requested(good().start(START));

    private static Given approved() {
        return given(LATER).heard(Heard.approvedFor(START, START.plusSeconds(7200)));
    }

    private static ActivationCanceled canceled(String by, String reason, Instant at) {
        return new ActivationCanceled(KEY, "r1", by, reason, at);
    }

    @Nested
    class Withdrawing {
        @Test
        void is_for_who_asked_while_nobody_has_decided() {
            given(requested(good())).when(good().cancel("r1")).then(canceled("user-a", null, NOW));
        }

        @Test
        void is_possible_until_the_window_opens() {
            approved()
                    .when(good().at(START.minusSeconds(1)).cancel("r1"))
                    .then(canceled("user-a", null, START.minusSeconds(1)));
            approved().when(good().at(START).cancel("r1")).thenNothing();
        }

        @Test
        void is_for_admins_and_owners_too_and_for_nobody_else() {
            given(LATER).when(good().byAdmin().cancel("r1")).then(canceled("admin", null, NOW));
            given(LATER).when(good().by("owner").cancel("r1")).then(canceled("owner", null, NOW));
            given(LATER).when(good().by("user-c").cancel("r1")).thenNothing();
        }

        @Test
        void happens_once() {
            given(LATER, canceled("user-a", null, NOW)).when(good().cancel("r1")).thenNothing();
        }

        @Test
        void makes_room_for_another() {
            given(LATER, canceled("user-a", null, NOW))
                    .when(good().id("r2").submit())
                    .thenRequested();
        }
    }

    @Nested
    class Looking_again_at_the_start {
        @Test
        void says_nothing_where_all_still_holds() {
            approved().when(good().at(JUST_BEFORE).recheck("r1")).thenNothing();
        }

        @Test
        void needs_no_fresh_sign_in() {
            approved()
                    .when(good().at(JUST_BEFORE).with(Example.signedIn(null, NOW)).recheck("r1"))
                    .thenNothing();
        }

        @Test
        void cancels_with_every_reason() {
            // When
            var decider = new ActivationDecider();
            var held =
                    new Held(
                            List.of(
                                    Activation.of(LATER)
                                            .hear(
                                                    Heard.approvedFor(
                                                            START, START.plusSeconds(7200)),
                                                    NOW)));
            var events =
                    decider.decide(
                            good().at(JUST_BEFORE)
                                    .eligible(null)
                                    .seenAs(Example.seen(true, Map.of(), List.of()))
                                    .recheck("r1"),
                            held);

            // Then
            assertThat(events)
                    .singleElement()
                    .isInstanceOfSatisfying(
                            ActivationCanceled.class,
                            e ->
                                    assertThat(e.reason())
                                            .contains("not eligible")
                                            .contains("disabled"));
        }

        @Test
        void sees_a_group_that_has_come_between() {
            var policy =
                    Example.STRICT
                            .change()
                            .incompatible(
                                    List.of(new Incompatible("payments", null, List.of(), null)))
                            .build();
            approved()
                    .when(
                            good().at(JUST_BEFORE)
                                    .under(policy)
                                    .seenAs(Example.seen(false, Map.of(), List.of("payments")))
                                    .recheck("r1"))
                    .then(
                            canceled(
                                    "ephor",
                                    "It no longer holds when it begins: The group payments is held"
                                            + " already and does not go with this one.",
                                    JUST_BEFORE));
        }

        @Test
        void revokes_what_has_begun_while_nobody_looked() {
            var late = START.plusSeconds(600);
            approved()
                    .when(good().at(late).eligible(null).recheck("r1"))
                    .then(
                            new RevocationRequested(
                                    KEY,
                                    "r1",
                                    "c1",
                                    "ephor",
                                    "It no longer holds when it begins: The principal is not eligible"
                                            + " for this access.",
                                    late));
        }
    }

    @Nested
    class Losing_what_it_hangs_on {
        private Drop drop(Instant now, boolean activeToo) {
            return new Drop(
                    good().at(now).recheck("r1").asking(),
                    a -> "e1".equals(a.request().eligibilityId()),
                    "gone",
                    activeToo);
        }

        @Test
        void cancels_what_is_pending_or_scheduled() {
            given(LATER).when(drop(NOW, false)).then(canceled("ephor", "gone", NOW));
            approved().when(drop(NOW, false)).then(canceled("ephor", "gone", NOW));
        }

        @Test
        void leaves_what_is_active_to_others_or_revokes_it() {
            approved().when(drop(START, false)).thenNothing();
            approved()
                    .when(drop(START, true))
                    .then(new RevocationRequested(KEY, "r1", "c1", "ephor", "gone", START));
        }
    }
}
