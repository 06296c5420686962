package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.application.Verdict.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class JudgingTest {

    @Test
    void believes_a_grant_that_is_read_back() {
        // Given
        var read = new Answer.Observed(true);

        // When
        var verdict = Judging.readBack(Change.GRANT, read);

        // Then
        assertThat(verdict.kind()).isEqualTo(Kind.CONFIRMED);
    }

    @Test
    void believes_a_withdrawal_that_is_no_longer_there() {
        // Given
        var read = new Answer.Observed(false);

        // When
        var verdict = Judging.readBack(Change.WITHDRAW, read);

        // Then
        assertThat(verdict.kind()).isEqualTo(Kind.CONFIRMED);
    }

    @Test
    void finds_a_target_out_that_accepted_and_did_nothing() {
        // Given
        var read = new Answer.Observed(true);

        // When
        var verdict = Judging.readBack(Change.WITHDRAW, read);

        // Then
        assertThat(verdict.kind()).isEqualTo(Kind.CONTRADICTED);
        assertThat(verdict.answer()).contains("accepted the withdrawal", "still there");
    }

    @Test
    void does_not_believe_what_could_not_be_read_back() {
        // Given
        var read = new Answer.Unreachable("nobody answers");

        // When
        var verdict = Judging.readBack(Change.GRANT, read);

        // Then
        assertThat(verdict)
                .isEqualTo(
                        new Verdict(
                                Kind.UNREACHABLE,
                                "the grant was accepted, but reading it back failed: nobody answers",
                                null));
    }

    @Test
    void keeps_how_long_the_target_asked_to_wait() {
        // Given
        var asked = Duration.ofSeconds(7);

        // When
        var verdict = Judging.refused(new Answer.Transient("busy", asked));

        // Then
        assertThat(verdict).isEqualTo(new Verdict(Kind.TRANSIENT, "busy", asked));
    }

    @Test
    void tells_a_long_answer_in_one_short_line() {
        // Given
        var answer = new Answer.Rejected("no\n\tsuch " + "group ".repeat(1_000));

        // When
        var verdict = Judging.refused(answer);

        // Then
        assertThat(verdict.kind()).isEqualTo(Kind.REJECTED);
        assertThat(verdict.answer()).startsWith("no such group ").hasSizeLessThan(1_100);
    }
}
