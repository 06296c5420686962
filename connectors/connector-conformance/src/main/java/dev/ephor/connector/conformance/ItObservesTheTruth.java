package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import org.junit.jupiter.api.Test;

/** Observing says what is there now, whoever made it so. */
interface ItObservesTheTruth extends OnStage {

    @Test
    default void observes_what_it_granted() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(true));
    }

    @Test
    default void observes_that_a_withdrawn_access_is_gone() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);
        scene().withdraw(membership);

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    @Test
    default void observes_that_nobody_ever_granted_it() {
        // Given
        var membership = scene().membership();

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    @Test
    default void observes_an_access_that_was_taken_by_hand() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);
        scene().observe(membership);
        scene().world().take(membership);

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    @Test
    default void observes_an_access_that_was_given_by_hand() {
        // Given
        var membership = scene().membership();
        scene().withdraw(membership);
        scene().observe(membership);
        scene().world().put(membership);

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(true));
    }

    @Test
    default void never_says_that_someone_holds_a_group_that_is_not_there() {
        // Given
        var membership = scene().of(scene().world().unknownGroup(), scene().world().principal());

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer)
                .satisfiesAnyOf(
                        a -> assertThat(a).isEqualTo(new Answer.Observed(false)),
                        a -> assertThat(a).isInstanceOf(Answer.Rejected.class));
    }

    @Test
    default void never_says_that_someone_unknown_holds_it() {
        // Given
        var membership = scene().of(scene().world().group(), scene().world().unknownPrincipal());

        // When
        var answer = scene().observe(membership);

        // Then
        assertThat(answer)
                .satisfiesAnyOf(
                        a -> assertThat(a).isEqualTo(new Answer.Observed(false)),
                        a -> assertThat(a).isInstanceOf(Answer.Rejected.class));
    }
}
