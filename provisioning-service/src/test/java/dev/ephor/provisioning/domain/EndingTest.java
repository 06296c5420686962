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

import dev.ephor.provisioning.domain.Delivery.State;
import org.junit.jupiter.api.Test;

class EndingTest {

    @Test
    void withdraws_at_every_target_without_waiting_for_the_directory() {
        // Given
        var story =
                Story.of("app1", "app2")
                        .hear(granted("a", 1))
                        .confirm("app1", GRANT, 1)
                        .confirm("app2", GRANT, 1);

        // When
        story.hear(ended("a", 2));

        // Then
        story.says();
        assertThat(story.state().deliveries())
                .allMatch(d -> d.change() == WITHDRAW && d.state() == State.PENDING)
                .allMatch(d -> d.generation() == 2);
    }

    @Test
    void has_ended_when_the_directory_and_then_the_target_confirmed() {
        // Given
        var story = activeAt("app1").hear(ended("a", 2));

        // When
        story.hear(removed("a", 2)).says();
        story.confirm("app1", WITHDRAW, 2);

        // Then
        story.says(confirmed("a", 2, "app1", WITHDRAW, 1), over("a"));
    }

    @Test
    void has_ended_when_the_target_and_then_the_directory_confirmed() {
        // Given
        var story = activeAt("app1").hear(ended("a", 2));

        // When
        story.confirm("app1", WITHDRAW, 2).says(confirmed("a", 2, "app1", WITHDRAW, 1));
        story.hear(removed("a", 2));

        // Then
        story.says(over("a"));
    }

    @Test
    void has_not_ended_by_the_removal_of_an_older_generation() {
        // Given
        var story =
                activeAt("app1")
                        .hear(ended("a", 2))
                        .confirm("app1", WITHDRAW, 2)
                        .hear(removed("a", 2))
                        .says(over("a"));
        story.hear(granted("b", 3)).confirm("app1", GRANT, 3);
        story.hear(ended("b", 4)).confirm("app1", WITHDRAW, 4);

        // When
        story.hear(removed("a", 2)).says();
        story.hear(removed("b", 4));

        // Then
        story.says(over("b"));
    }

    @Test
    void without_targets_the_directory_alone_ends_it() {
        // Given
        var story = Story.of().hear(granted("a", 1)).says(active("a"));

        // When
        story.hear(ended("a", 2)).says();
        story.hear(removed("a", 2));

        // Then
        story.says(over("a"));
    }

    @Test
    void closing_one_of_two_activations_ends_it_at_once_and_withdraws_nothing() {
        // Given
        var story = activeAt("app1").hear(granted("b", 2)).confirm("app1", GRANT, 2);

        // When
        story.hear(closed("a", 3));

        // Then
        story.says(over("a"));
        assertThat(story.delivery("app1"))
                .returns(GRANT, Delivery::change)
                .returns(State.CONFIRMED, Delivery::state);
    }

    @Test
    void closing_one_of_two_lets_the_other_become_active_alone() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(granted("b", 2));

        // When
        story.hear(closed("a", 2)).says(over("a"));
        story.confirm("app1", GRANT, 2);

        // Then
        story.says(confirmed("b", 2, "app1", GRANT, 1), active("b"));
    }

    @Test
    void closing_the_second_of_two_withdraws() {
        // Given
        var story = activeAt("app1").hear(granted("b", 2)).confirm("app1", GRANT, 2);
        story.hear(closed("a", 3));

        // When
        story.hear(ended("b", 4)).confirm("app1", WITHDRAW, 4);
        story.hear(removed("b", 4));

        // Then
        story.says(over("b"));
    }

    @Test
    void a_grant_that_is_still_asked_for_is_delivered_although_who_asked_has_closed() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(closed("a", 1)).says(over("a"));

        // When
        story.confirm("app1", GRANT, 1);

        // Then
        story.says(confirmed("a", 1, "app1", GRANT, 1));
    }

    @Test
    void closing_before_any_target_confirmed_withdraws_and_never_says_active() {
        // Given
        var story = Story.of("app1").hear(granted("a", 1)).hear(ended("a", 2));

        // When
        story.confirm("app1", GRANT, 1).says();
        story.confirm("app1", WITHDRAW, 2).says(confirmed("a", 2, "app1", WITHDRAW, 1));
        story.hear(removed("a", 2));

        // Then
        story.says(over("a"));
    }

    @Test
    void closing_before_the_directory_granted_reads_back_at_the_targets_all_the_same() {
        // Given
        var story = Story.of("app1");

        // When
        story.hear(ended("a", 2)).says();
        story.confirm("app1", WITHDRAW, 2).says(confirmed("a", 2, "app1", WITHDRAW, 1));
        story.hear(removed("a", 2));

        // Then
        story.says(over("a"));
    }

    @Test
    void closing_a_window_that_gave_nothing_ends_it_at_once() {
        // Given
        var story = Story.of("app1");

        // When
        story.hear(closed("a", 0));

        // Then
        story.says(over("a"));
        assertThat(story.state().deliveries()).isEmpty();
    }

    @Test
    void a_new_grant_ends_what_was_being_withdrawn_because_the_membership_goes_on() {
        // Given
        var story = activeAt("app1").hear(ended("a", 2));

        // When
        story.hear(granted("b", 3)).says(over("a"));
        story.confirm("app1", WITHDRAW, 2).says();
        story.hear(removed("a", 2)).says();
        story.confirm("app1", GRANT, 3);

        // Then
        story.says(confirmed("b", 3, "app1", GRANT, 1), active("b"));
    }

    @Test
    void an_older_close_never_undoes_a_newer_grant() {
        // Given
        var story = activeAt("app1").hear(granted("b", 3)).confirm("app1", GRANT, 3);

        // When
        story.hear(ended("a", 2));

        // Then
        story.says(over("a"));
        assertThat(story.delivery("app1").change()).isEqualTo(GRANT);
    }

    @Test
    void ignores_a_close_that_comes_again() {
        // Given
        var story =
                activeAt("app1")
                        .hear(ended("a", 2))
                        .confirm("app1", WITHDRAW, 2)
                        .hear(removed("a", 2))
                        .says(over("a"));
        var before = story.state();

        // When
        story.hear(ended("a", 2));

        // Then
        story.says();
        assertThat(story.state()).isEqualTo(before);
    }

    @Test
    void ignores_a_close_that_comes_again_when_newer_grants_made_it_forgotten() {
        // Given
        var story =
                Story.of()
                        .hear(granted("a", 1))
                        .hear(granted("b", 2))
                        .hear(closed("a", 2))
                        .hear(granted("c", 3));
        assertThat(story.state().activation("a")).isEmpty();

        // When
        story.hear(closed("a", 2));

        // Then
        story.says();
    }

    @Test
    void ends_every_activation_that_one_revocation_closes() {
        // Given
        var story = activeAt("app1").hear(granted("b", 2)).confirm("app1", GRANT, 2);

        // When
        story.hear(ended("a", 3)).hear(ended("b", 3)).says();
        story.confirm("app1", WITHDRAW, 3)
                .says(
                        confirmed("a", 3, "app1", WITHDRAW, 1),
                        confirmed("b", 3, "app1", WITHDRAW, 1));
        story.hear(removed("b", 3));

        // Then
        story.says(over("a"), over("b"));
    }

    @Test
    void ends_every_activation_that_one_revocation_closes_step_by_step() {
        // Given
        var story = activeAt("app1").hear(granted("b", 2)).confirm("app1", GRANT, 2);

        // When
        story.hear(ended("a", 3)).hear(ended("b", 4)).says();
        story.confirm("app1", WITHDRAW, 3).says();
        story.hear(removed("b", 4)).says();
        story.confirm("app1", WITHDRAW, 4);

        // Then
        story.says(
                confirmed("a", 4, "app1", WITHDRAW, 1),
                confirmed("b", 4, "app1", WITHDRAW, 1),
                over("a"),
                over("b"));
    }

    @Test
    void withdraws_also_at_a_target_that_the_group_no_longer_has() {
        // Given
        var story = activeAt("app1").withTargets("app2");

        // When
        story.hear(ended("a", 2));

        // Then
        assertThat(story.state().deliveries())
                .extracting(Delivery::target)
                .containsExactlyInAnyOrder("app1", "app2");
        assertThat(story.state().deliveries()).allMatch(d -> d.change() == WITHDRAW);
    }

    @Test
    void leaves_a_target_alone_that_was_dropped_and_is_without_the_membership() {
        // Given
        var story =
                activeAt("app1")
                        .hear(ended("a", 2))
                        .confirm("app1", WITHDRAW, 2)
                        .hear(removed("a", 2))
                        .withTargets("app2");

        // When
        story.hear(granted("b", 3))
                .confirm("app2", GRANT, 3)
                .says(confirmed("b", 3, "app2", GRANT, 1), active("b"));
        story.hear(ended("b", 4));

        // Then
        assertThat(story.delivery("app1"))
                .returns(2L, Delivery::generation)
                .returns(State.CONFIRMED, Delivery::state);
    }

    private static Story activeAt(String target) {
        return Story.of(target)
                .hear(granted("a", 1))
                .confirm(target, GRANT, 1)
                .says(confirmed("a", 1, target, GRANT, 1), active("a"));
    }
}
