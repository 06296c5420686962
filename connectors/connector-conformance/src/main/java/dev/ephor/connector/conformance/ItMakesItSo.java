package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import org.junit.jupiter.api.Test;

/** Granting and withdrawing change the world, once, and nothing else in it. */
interface ItMakesItSo extends OnStage {

    @Test
    default void grants_so_that_the_other_side_shows_it() {
        // Given
        var membership = scene().membership();

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(true));
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
    }

    @Test
    default void grants_again_what_is_there_already() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
    }

    @Test
    default void grants_what_was_given_by_hand() {
        // Given
        var membership = scene().membership();
        scene().world().put(membership);

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
    }

    @Test
    default void withdraws_so_that_the_other_side_shows_it() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);

        // When
        var answer = scene().withdraw(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(scene().holders(membership.group())).isEmpty();
    }

    @Test
    default void withdraws_what_was_given_by_hand() {
        // Given
        var membership = scene().membership();
        scene().world().put(membership);

        // When
        var answer = scene().withdraw(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(scene().holders(membership.group())).isEmpty();
    }

    @Test
    default void withdraws_what_is_absent_already() {
        // Given
        var membership = scene().membership();

        // When
        var answers = new Answer[] {scene().withdraw(membership), scene().withdraw(membership)};

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Applied.class);
    }

    @Test
    default void leaves_the_others_of_the_group_alone() {
        // Given
        var others = scene().memberships(3);
        others.forEach(scene().world()::put);
        var membership = scene().of(others.getFirst().group(), scene().world().principal());

        // When
        scene().grant(membership);
        scene().withdraw(membership);

        // Then
        assertThat(scene().holders(membership.group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(others));
    }

    @Test
    default void grants_again_after_a_withdrawal() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);
        scene().withdraw(membership);

        // When
        scene().grant(membership);

        // Then
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
    }
}
