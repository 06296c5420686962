package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever goes wrong on the other side is an answer that says what to do; never an exception. */
interface ItAnswersFailuresAsValues extends OnStage {

    @Test
    default void rejects_a_grant_of_a_group_that_it_can_not_find() {
        // Given
        var membership = scene().of(scene().world().unknownGroup(), scene().world().principal());

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).isNotBlank();
    }

    @Test
    default void rejects_a_grant_to_a_principal_that_it_can_not_find() {
        // Given
        var membership = scene().of(scene().world().group(), scene().world().unknownPrincipal());

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains(membership.principal().id());
    }

    @Test
    default void answers_a_withdrawal_from_the_unknown_for_good() {
        // Given
        var group = scene().of(scene().world().unknownGroup(), scene().world().principal());
        var principal = scene().of(scene().world().group(), scene().world().unknownPrincipal());

        // When
        var answers = List.of(scene().withdraw(group), scene().withdraw(principal));

        // Then
        assertThat(answers).hasOnlyElementsOfTypes(Answer.Applied.class, Answer.Rejected.class);
    }

    @Test
    default void passes_on_how_long_a_throttled_world_asks_to_wait() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.THROTTLED);

        // When
        var answers = everything(membership);

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
        var answers = everything(membership);

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Transient.class);
    }

    @Test
    default void works_again_once_the_world_does() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.BROKEN);
        everything(membership);
        scene().world().recover();

        // When
        var answer = scene().grant(membership);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
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
        assertThat(second).containsOnly(new Answer.Applied());
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
        assertThat(second).containsOnly(new Answer.Applied());
        assertThat(scene().holders(many.getFirst().group())).isEmpty();
    }

    @Test
    default void says_unreachable_when_nobody_listens() {
        // Given
        var membership = scene().membership();
        scene().suffer(Fault.REFUSING);

        // When
        var answers = everything(membership);

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

    @Test
    default void names_the_setting_to_mend_when_its_credential_is_refused() {
        // Given
        var membership = scene().membership();

        // When
        Answer answer;
        try (var connector = scene().openWithWrongCredential()) {
            answer = connector.grant(List.of(membership)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains(scene().world().credentialSetting());
    }

    @Test
    default void keeps_secrets_out_of_every_answer() {
        // Given
        var membership = scene().membership();
        var answers = new ArrayList<>(everything(membership));
        try (var connector = new Witness(scene().openWithWrongCredential())) {
            connector.grant(List.of(membership));
            answers.addAll(connector.answers());
        }

        // When
        for (Fault fault : scene().world().faults()) {
            if (fault != Fault.SILENT) {
                scene().world().suffer(fault);
                answers.addAll(everything(membership));
                scene().world().recover();
            }
        }

        // Then
        for (String secret : scene().world().secrets()) {
            assertThat(answers).noneMatch(a -> a.toString().contains(secret));
        }
    }

    private List<Answer> everything(Membership membership) {
        return Stream.of(
                        scene().grant(membership),
                        scene().observe(membership),
                        scene().withdraw(membership))
                .toList();
    }
}
