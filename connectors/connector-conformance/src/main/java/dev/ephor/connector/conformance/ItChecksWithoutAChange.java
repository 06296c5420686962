package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * Address and credentials can be tested before anybody relies on them; nothing is different then.
 */
interface ItChecksWithoutAChange extends OnStage {

    @Test
    default void finds_nothing_wrong_with_a_world_that_is_well() {
        // Given
        var connector = checking();

        // When
        var answer = connector.check();

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
    }

    @Test
    default void leaves_everything_as_it_was_by_a_check() {
        // Given
        var connector = checking();
        var held = scene().membership();
        scene().grant(held);

        // When
        connector.check();

        // Then
        assertThat(scene().holders(held.group())).containsExactly(held.principal().id());
    }

    @Test
    default void names_the_setting_to_mend_when_a_check_finds_its_credential_refused() {
        // Given
        checking();

        // When
        Answer answer;
        try (var connector = scene().openWithWrongCredential()) {
            answer = connector.check();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains(scene().world().credentialSetting());
    }

    @Test
    default void finds_out_by_a_check_that_the_world_is_broken() {
        // Given
        var connector = checking();
        scene().suffer(Fault.BROKEN);

        // When
        var answer = connector.check();

        // Then
        assertThat(answer).isInstanceOf(Answer.Transient.class);
    }

    @Test
    default void finds_out_by_a_check_that_nobody_listens() {
        // Given
        var connector = checking();
        scene().suffer(Fault.REFUSING);

        // When
        var answer = connector.check();

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    default void finds_out_by_a_check_that_no_answer_comes() {
        // Given
        checking();
        scene().suffer(Fault.SILENT);

        // When
        Answer answer;
        try (var connector = scene().openImpatient(Duration.ofMillis(300))) {
            answer = connector.check();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Unreachable.class);
    }

    @Test
    default void keeps_secrets_out_of_what_a_check_answers() {
        // Given
        var answers = new ArrayList<Answer>();
        answers.add(checking().check());

        // When
        try (var connector = scene().openWithWrongCredential()) {
            answers.add(connector.check());
        }
        for (Fault fault : scene().world().faults()) {
            if (fault != Fault.SILENT) {
                scene().world().suffer(fault);
                answers.add(scene().connector().check());
                scene().world().recover();
            }
        }

        // Then
        for (String secret : scene().world().secrets()) {
            assertThat(answers).noneMatch(a -> a.toString().contains(secret));
        }
    }

    private Connector checking() {
        var connector = scene().connector();
        assumeThat(connector.check()).isNotEqualTo(Connector.UNCHECKED);
        return connector;
    }
}
