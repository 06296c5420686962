package dev.ephor.audit.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.SealingRecords.Outcome;
import dev.ephor.audit.sealing.Leaf;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionalException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class SealingRecordsTest {
    private static final String REQUESTED = "dev.ephor.activation.requested.v1";
    private static final String APPROVED = "dev.ephor.activation.approved.v1";

    @Inject SealingRecords sealing;
    @Inject SearchingTheLog log;
    @Inject Ids ids;

    private Outcome seal(Leaf... leaves) {
        return QuarkusTransaction.requiringNew().call(() -> sealing.seal(List.of(leaves)));
    }

    private static Leaf saying(Leaf leaf, String value) {
        return new Leaf(
                leaf.topic(),
                leaf.partition(),
                leaf.offset() + 1,
                leaf.timestamp(),
                leaf.key(),
                leaf.headers(),
                value.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void tells_new_records_from_those_that_come_again() {
        // Given
        Leaf first = Sealed.leaf(Samples.of(REQUESTED, ids.next(), ids.next()));
        Leaf second = Sealed.leaf(Samples.of(REQUESTED, ids.next(), ids.next()));
        seal(first);

        // When
        Outcome outcome = seal(first, second, second);

        // Then
        assertThat(outcome.sealed()).containsExactly(second);
        assertThat(outcome.resent()).containsExactly(first, second);
        assertThat(outcome.contradicting()).isEmpty();
    }

    @Test
    void believes_the_first_of_two_records_of_one_id_and_reports_the_other() {
        // Given
        Leaf first = Sealed.leaf(Samples.of(REQUESTED, ids.next(), ids.next()));
        Leaf other = saying(first, "{}");
        Leaf another = saying(first, "[]");
        seal(first);

        // When
        Outcome outcome = seal(other, another);

        // Then
        assertThat(outcome.sealed()).isEmpty();
        assertThat(outcome.contradicting()).containsExactly(other, another);
    }

    @Test
    void seals_a_poll_in_the_order_in_which_an_activation_passes_the_topics() {
        // Given
        String story = ids.next();
        Leaf approved = Sealed.leaf(Samples.of(APPROVED, story, ids.next()));
        Leaf requested = Sealed.leaf(Samples.of(REQUESTED, story, ids.next()));

        // When
        seal(approved, requested);
        Sealed.awaitFiled();

        // Then
        var search = Search.by(Search.By.ACTIVATION, story, 10);
        var inSequence =
                log.matching(search).stream()
                        .map(SearchingTheLog.Hit::line)
                        .sorted(Comparator.comparingLong(Line::sequence));
        assertThat(inSequence)
                .extracting(line -> line.event().type())
                .containsExactly(REQUESTED, APPROVED);
    }

    @Test
    void does_nothing_outside_a_transaction() {
        // Given
        Leaf leaf = Sealed.leaf(Samples.of(REQUESTED, ids.next(), ids.next()));

        // When / Then
        assertThatThrownBy(() -> sealing.seal(List.of(leaf)))
                .isInstanceOf(TransactionalException.class);
    }
}
