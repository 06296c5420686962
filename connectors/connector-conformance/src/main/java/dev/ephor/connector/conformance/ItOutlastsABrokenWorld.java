package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A world that is throttled, broken or gone is told from one that refuses; then all ends right. */
interface ItOutlastsABrokenWorld extends OnStage {

    @Test
    default void passes_on_how_long_a_throttled_world_asks_to_wait() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.THROTTLED);

        // When
        var answers = scene().everything(membership);

        // Then
        assertThat(answers)
                .allSatisfy(
                        answer ->
                                assertThat(answer)
                                        .isInstanceOfSatisfying(
                                                Answer.Transient.class,
                                                t ->
                                                        assertThat(t.retryAfter())
                                                                .isEqualTo(World.RETRY_AFTER)));
    }

    @Test
    default void answers_a_broken_world_with_not_now() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.BROKEN);

        // When
        var answers = scene().everything(membership);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Transient.class);
    }

    @Test
    default void works_again_once_the_world_does() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.BROKEN);
        scene().everything(membership);
        scene().world().recover();

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
    }

    @Test
    default void ends_right_when_the_answer_to_a_grant_was_lost() {
        // Given
        var many = scene().memberships(3);
        scene().suffer(Fault.ANSWER_LOST);
        var first = scene().connector().grant(many);
        scene().world().recover();

        // When
        var second = scene().connector().grant(many);

        // Then
        assertThat(first).hasOnlyElementsOfTypes(Answer.Transient.class, Answer.Applied.class);
        assertThat(second).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(scene().holders(many.getFirst().group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(many));
    }

    @Test
    default void ends_right_when_the_answer_to_a_withdrawal_was_lost() {
        // Given
        var many = scene().memberships(3);
        scene().connector().grant(many);
        scene().suffer(Fault.ANSWER_LOST);
        var first = scene().connector().withdraw(many);
        scene().world().recover();

        // When
        var second = scene().connector().withdraw(many);

        // Then
        assertThat(first).hasOnlyElementsOfTypes(Answer.Transient.class, Answer.Applied.class);
        assertThat(second).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(scene().holders(many.getFirst().group())).isEmpty();
    }

    @Test
    default void says_unreachable_when_nobody_listens() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.REFUSING);

        // When
        var answers = scene().everything(membership);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Unreachable.class);
    }

    @Test
    default void says_unreachable_when_no_answer_comes_in_time() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.SILENT);

        // When
        Answer answer;
        try (var connector = scene().openImpatient(Duration.ofMillis(300))) {
            answer = connector.observe(List.of(membership)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }
}
