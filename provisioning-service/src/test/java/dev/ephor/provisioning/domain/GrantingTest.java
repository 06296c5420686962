package dev.ephor.provisioning.domain;

import static dev.ephor.events.Change.GRANT;
import static dev.ephor.events.Change.WITHDRAW;
import static dev.ephor.provisioning.domain.Story.active;
import static dev.ephor.provisioning.domain.Story.closed;
import static dev.ephor.provisioning.domain.Story.confirmed;
import static dev.ephor.provisioning.domain.Story.ended;
import static dev.ephor.provisioning.domain.Story.granted;
import static dev.ephor.provisioning.domain.Story.over;
import static dev.ephor.provisioning.domain.Story.removed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.provisioning.domain.Delivery.State;
import org.junit.jupiter.api.Test;

class GrantingTest {

    @Test
    void asks_each_target_of_the_group_once_the_directory_has_the_membership() {
        // Given
        var story = Story.of("app1", "app2");

        // When
        story.hear(granted("a", 1));

        // Then
        story.says();
        assertThat(story.state().deliveries())
                .extracting(
                        Delivery::target, Delivery::change, Delivery::generation, Delivery::state)
                .containsExactly(
                        tuple("app1", GRANT, 1L, State.PENDING),
                        tuple("app2", GRANT, 1L, State.PENDING));
    }

    @Test
    void asks_nobody_when_the_window_opens_because_the_directory_comes_first() {
        // Given
        var story = Story.of("app1");

        // When
        story.hear(new WindowOpened(Story.KEY, "a", 1, Story.NOON, Story.NOON.plusSeconds(60)));

        // Then
        story.says();
        assertThat(story.state().deliveries()).isEmpty();
    }

    @Test
    void is_active_when_the_only_target_confirmed() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));

        // When
        story.confirm("app1", GRANT, 1);

        // Then
        story.says(confirmed("a", 1, "app1", GRANT, 1), active("a"));
    }

    @Test
    void is_active_only_when_the_last_target_confirmed() {
        // Given
        var story = Story.of("app1", "app2").hear(granted("a", 1));

        // When
        story.confirm("app2", GRANT, 1).says(confirmed("a", 1, "app2", GRANT, 1));
        story.confirm("app1", GRANT, 1);

        // Then
        story.says(confirmed("a", 1, "app1", GRANT, 1), active("a"));
    }

    @Test
    void is_active_at_once_where_the_group_has_no_target() {
        // Given
        var story = Story.of();

        // When
        story.hear(granted("a", 1));

        // Then
        story.says(active("a"));
    }

    @Test
    void asks_again_for_an_overlapping_activation_although_the_target_has_the_membership() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).confirm("app1", GRANT, 1);

        // When
        story.hear(granted("b", 2)).says();
        story.confirm("app1", GRANT, 2);

        // Then
        story.says(confirmed("b", 2, "app1", GRANT, 1), active("b"));
    }

    @Test
    void asks_again_for_an_overlapping_activation_of_the_same_generation() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).confirm("app1", GRANT, 1);

        // When
        story.hear(granted("b", 1)).says();
        story.confirm("app1", GRANT, 1);

        // Then
        story.says(confirmed("b", 1, "app1", GRANT, 1), active("b"));
    }

    @Test
    void confirms_two_waiting_activations_by_one_answer() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(granted("b", 2));

        // When
        story.confirm("app1", GRANT, 2);

        // Then
        story.says(
                confirmed("a", 2, "app1", GRANT, 1),
                confirmed("b", 2, "app1", GRANT, 1),
                active("a"),
                active("b"));
    }

    @Test
    void what_a_target_confirmed_for_an_activation_stays_confirmed_while_another_is_asked_for() {
        // Given
        var story = Story.of("app1", "app2").hear(granted("a", 1)).confirm("app1", GRANT, 1);

        // When
        story.hear(granted("b", 2)).says();
        story.confirm("app2", GRANT, 2);

        // Then
        story.says(
                confirmed("a", 2, "app2", GRANT, 1),
                confirmed("b", 2, "app2", GRANT, 1),
                active("a"));
    }

    @Test
    void does_not_take_a_late_answer_of_the_older_grant_for_the_newer_one() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(granted("b", 2));

        // When
        story.confirm("app1", GRANT, 1);

        // Then
        story.says();
        assertThat(story.delivery("app1").state()).isEqualTo(State.PENDING);
    }

    @Test
    void says_active_once_when_an_active_activation_is_granted_again() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).confirm("app1", GRANT, 1);

        // When
        story.hear(granted("a", 2)).says();
        story.confirm("app1", GRANT, 2);

        // Then
        story.says(confirmed("a", 2, "app1", GRANT, 1));
    }

    @Test
    void ignores_a_grant_that_comes_again() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).confirm("app1", GRANT, 1);
        var before = story.state();

        // When
        story.hear(granted("a", 1));

        // Then
        story.says();
        assertThat(story.state()).isEqualTo(before);
    }

    @Test
    void ignores_the_answer_that_comes_again() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).confirm("app1", GRANT, 1);

        // When
        story.confirm("app1", GRANT, 1);

        // Then
        story.says();
    }

    @Test
    void ignores_the_answer_of_a_target_that_was_never_asked() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1));

        // When
        story.confirm("app9", GRANT, 1);

        // Then
        story.says();
    }

    @Test
    void a_late_grant_never_revives_an_ended_membership() {
        // Given
        var story =
                Story.of("app1")
                        .hear(granted("a", 1))
                        .hear(ended("a", 2))
                        .confirm("app1", WITHDRAW, 2);

        // When
        story.hear(granted("a", 1)).says();
        story.hear(granted("b", 2));

        // Then
        story.says();
        assertThat(story.delivery("app1").change()).isEqualTo(WITHDRAW);
    }

    @Test
    void a_grant_of_a_closed_activation_never_revives_it_while_another_is_live() {
        // Given
        var story =
                Story.of()
                        .hear(granted("a", 1))
                        .hear(granted("b", 1))
                        .hear(closed("a", 1))
                        .says(over("a"));

        // When
        story.hear(granted("a", 1));

        // Then
        story.says();
    }

    @Test
    void grants_again_after_the_membership_had_ended() {
        // Given
        var story =
                Story.of("app1")
                        .hear(granted("a", 1))
                        .confirm("app1", GRANT, 1)
                        .hear(ended("a", 2))
                        .confirm("app1", WITHDRAW, 2)
                        .hear(removed("a", 2));

        // When
        story.hear(granted("b", 3)).says();
        story.confirm("app1", GRANT, 3);

        // Then
        story.says(confirmed("b", 3, "app1", GRANT, 1), active("b"));
    }

    @Test
    void forgets_ended_activations_once_the_fence_keeps_their_events_out() {
        // Given
        var story = Story.of();

        // When
        for (int i = 0; i < 100; i++) {
            story.hear(granted("a" + i, 2 * i + 1)).hear(ended("a" + i, 2 * i + 2));
            story.hear(removed("a" + i, 2 * i + 2)).says(over("a" + i));
        }

        // Then
        assertThat(story.state().activations()).hasSize(1);
    }
}
