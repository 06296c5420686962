package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import java.util.ArrayList;
import java.util.List;
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
        var answers = new ArrayList<>(scene().everything(membership));
        try (var connector = new Witness(scene().openWithWrongCredential())) {
            connector.grant(List.of(membership));
            answers.addAll(connector.answers());
        }

        // When
        for (Fault fault : scene().world().faults()) {
            if (fault != Fault.SILENT) {
                scene().world().suffer(fault);
                answers.addAll(scene().everything(membership));
                scene().world().recover();
            }
        }

        // Then
        for (String secret : scene().world().secrets()) {
            assertThat(answers).noneMatch(a -> a.toString().contains(secret));
        }
    }
}
