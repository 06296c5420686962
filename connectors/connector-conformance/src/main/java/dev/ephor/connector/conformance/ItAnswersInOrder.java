package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A batch is answered one by one, in the order asked; one bad member spoils no other. */
interface ItAnswersInOrder extends OnStage {

    /** More than any page, PATCH or $batch that is known takes at once. */
    int MANY = 130;

    @Test
    default void answers_an_empty_batch_with_nothing() {
        // Given
        List<Membership> none = List.of();

        // When
        var answers = scene().connector().grant(none);

        // Then
        assertThat(answers).isEmpty();
        assertThat(scene().connector().withdraw(none)).isEmpty();
        assertThat(scene().connector().observe(none)).isEmpty();
    }

    @Test
    default void grants_many_at_once() {
        // Given
        var many = scene().memberships(MANY);

        // When
        var answers = scene().connector().grant(many);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied(true));
        assertThat(scene().holders(many.getFirst().group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(many));
    }

    @Test
    default void grants_many_of_which_some_are_there() {
        // Given
        var many = scene().memberships(30);
        many.subList(5, 15).forEach(scene().world()::put);

        // When
        var answers = scene().connector().grant(many);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(scene().holders(many.getFirst().group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(many));
    }

    @Test
    default void withdraws_many_of_which_some_are_absent() {
        // Given
        var many = scene().memberships(MANY);
        many.subList(10, MANY).forEach(scene().world()::put);
        var stays = many.getLast();

        // When
        var answers = scene().connector().withdraw(many.subList(0, MANY - 1));

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Applied.class);
        assertThat(scene().holders(stays.group())).containsExactly(stays.principal().id());
    }

    @Test
    default void observes_many_in_the_order_asked() {
        // Given
        var many = scene().memberships(MANY);
        var expected = new ArrayList<Answer>(Collections.nCopies(MANY, new Answer.Observed(false)));
        for (int i = 0; i < MANY; i += 3) {
            scene().world().put(many.get(i));
            expected.set(i, new Answer.Observed(true));
        }

        // When
        var answers = scene().connector().observe(many);

        // Then
        assertThat(answers).isEqualTo(expected);
    }

    @Test
    default void grants_the_others_when_one_of_them_is_unknown() {
        // Given
        var known = scene().memberships(24);
        var asked = new ArrayList<>(known);
        asked.add(7, scene().of(known.getFirst().group(), scene().world().unknownPrincipal()));

        // When
        var answers = scene().connector().grant(asked);

        // Then
        assertThat(answers.get(7)).isInstanceOf(Answer.Rejected.class);
        assertThat(answers.stream().filter(Answer::succeeded)).hasSize(24);
        assertThat(scene().holders(known.getFirst().group()))
                .containsExactlyInAnyOrderElementsOf(Scene.ids(known));
    }
}
