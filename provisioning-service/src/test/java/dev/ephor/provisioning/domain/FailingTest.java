package dev.ephor.provisioning.domain;

import static dev.ephor.events.Change.GRANT;
import static dev.ephor.events.Change.WITHDRAW;
import static dev.ephor.provisioning.domain.Story.active;
import static dev.ephor.provisioning.domain.Story.confirmed;
import static dev.ephor.provisioning.domain.Story.ended;
import static dev.ephor.provisioning.domain.Story.granted;
import static dev.ephor.provisioning.domain.Story.over;
import static dev.ephor.provisioning.domain.Story.removed;
import static dev.ephor.provisioning.domain.Story.retried;
import static dev.ephor.provisioning.domain.Story.stuck;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.provisioning.domain.Delivery.State;
import org.junit.jupiter.api.Test;

class FailingTest {

    @Test
    void says_that_a_try_failed_and_when_the_next_is_made() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));

        // When
        story.fail("app1", GRANT, 1, "busy");

        // Then
        story.says(retried("a", 1, "app1", GRANT, 1));
        assertThat(story.delivery("app1"))
                .returns(State.PENDING, Delivery::state)
                .returns(1, Delivery::attempts)
                .returns(Story.RETRY, Delivery::retryAt)
                .returns("busy", Delivery::lastAnswer);
    }

    @Test
    void is_stuck_once_after_three_failed_tries_and_goes_on() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));
        story.fail("app1", GRANT, 1, "busy").fail("app1", GRANT, 1, "busy");

        // When
        story.fail("app1", GRANT, 1, "busy")
                .says(retried("a", 1, "app1", GRANT, 3), stuck("a", 1, "app1", GRANT, 3));
        story.fail("app1", GRANT, 1, "busy");

        // Then
        story.says(retried("a", 1, "app1", GRANT, 4));
        assertThat(story.delivery("app1").state()).isEqualTo(State.STUCK);
    }

    @Test
    void is_active_when_a_stuck_target_confirms_at_last() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));
        for (int i = 0; i < 5; i++) {
            story.fail("app1", GRANT, 1, "busy");
        }

        // When
        story.confirm("app1", GRANT, 1);

        // Then
        story.says(confirmed("a", 1, "app1", GRANT, 6), active("a"));
        assertThat(story.delivery("app1").state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void has_not_ended_while_a_target_keeps_the_membership() {
        // Given
        var story =
                Story.of("app1", "app2")
                        .hear(granted("a", 1))
                        .confirm("app1", GRANT, 1)
                        .confirm("app2", GRANT, 1)
                        .hear(ended("a", 2))
                        .hear(removed("a", 2));

        // When
        story.confirm("app1", WITHDRAW, 2).says(confirmed("a", 2, "app1", WITHDRAW, 1));
        story.fail("app2", WITHDRAW, 2, "busy").says(retried("a", 2, "app2", WITHDRAW, 1));
        story.confirm("app2", WITHDRAW, 2);

        // Then
        story.says(confirmed("a", 2, "app2", WITHDRAW, 2), over("a"));
    }

    @Test
    void says_for_each_waiting_activation_that_a_try_failed() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(granted("b", 2));
        story.fail("app1", GRANT, 2, "busy").fail("app1", GRANT, 2, "busy");

        // When
        story.fail("app1", GRANT, 2, "busy");

        // Then
        story.says(
                retried("a", 2, "app1", GRANT, 3),
                stuck("a", 2, "app1", GRANT, 3),
                retried("b", 2, "app1", GRANT, 3),
                stuck("b", 2, "app1", GRANT, 3));
    }

    @Test
    void a_late_failure_of_the_grant_says_nothing_about_the_withdrawal() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(ended("a", 2));

        // When
        story.fail("app1", GRANT, 1, "busy");

        // Then
        story.says();
        assertThat(story.delivery("app1").attempts()).isZero();
    }

    @Test
    void a_newer_change_starts_counting_anew() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));
        for (int i = 0; i < 4; i++) {
            story.fail("app1", GRANT, 1, "busy");
        }

        // When
        story.hear(ended("a", 2));

        // Then
        assertThat(story.delivery("app1"))
                .returns(State.PENDING, Delivery::state)
                .returns(0, Delivery::attempts)
                .returns(null, Delivery::retryAt)
                .returns(null, Delivery::lastAnswer);
    }

    @Test
    void counts_what_was_said_so_that_the_journal_can_be_guarded() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));

        // When
        story.fail("app1", GRANT, 1, "busy").confirm("app1", GRANT, 1);

        // Then
        assertThat(story.state().version()).isEqualTo(3);
    }
}
