package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Exchange;
import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.application.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WeighingTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Verdict LIE = new Verdict(Kind.CONTRADICTED, "still there", null);
    private static final DueDelivery DELIVERY =
            new DueDelivery(
                    new MembershipKey("t", "g", "dana", Access.MEMBER),
                    "app1",
                    Change.WITHDRAW,
                    1,
                    List.of("activation"),
                    0,
                    false,
                    NOON,
                    Instant.EPOCH,
                    null);

    private final AtomicInteger ids = new AtomicInteger();

    @Test
    void looks_again_at_what_the_target_may_yet_show() {
        // Given
        var weighing = weighing(NOON, NOON.plusMillis(20), Duration.ofSeconds(2), "PATCH");

        // When
        weighing.add(DELIVERY, LIE, PAUSE);

        // Then
        assertThat(weighing.attempts()).isEmpty();
        assertThat(weighing.lookedAtAgain())
                .singleElement()
                .satisfies(
                        again -> {
                            assertThat(again.dueAt()).isEqualTo(NOON.plusMillis(520));
                            assertThat(again.accepted().at()).isEqualTo(NOON);
                        });
    }

    @Test
    void believes_the_contradiction_once_the_lag_is_over_and_keeps_what_proves_it() {
        // Given
        var first = weighing(NOON, NOON.plusMillis(20), Duration.ofSeconds(2), "PATCH");
        first.add(DELIVERY, LIE, PAUSE);
        var last =
                weighing(NOON.plusSeconds(2), NOON.plusMillis(2_010), Duration.ofSeconds(2), "GET");

        // When
        last.add(first.lookedAtAgain().getFirst(), LIE, PAUSE);

        // Then
        assertThat(last.lookedAtAgain()).isEmpty();
        assertThat(last.attempts())
                .singleElement()
                .satisfies(
                        attempt -> {
                            assertThat(attempt.at()).isEqualTo(NOON);
                            assertThat(attempt.took()).isEqualTo(Duration.ofMillis(2_010));
                            assertThat(attempt.retryAt()).isEqualTo(NOON.plusMillis(5_010));
                            assertThat(attempt.delivery().accepted()).isNull();
                            assertThat(attempt.call().exchanges())
                                    .extracting(Exchange::operation)
                                    .containsExactly("PATCH", "GET");
                            assertThat(attempt.verdict().answer())
                                    .contains("still there")
                                    .contains("PATCH https://app/7 answered 200")
                                    .contains("GET https://app/7 answered 200");
                        });
    }

    @Test
    void looks_for_the_last_time_when_the_lag_ends() {
        // Given
        var lag = Duration.ofMillis(100);
        var weighing = weighing(NOON, NOON.plusMillis(90), lag, "PATCH");

        // When
        weighing.add(DELIVERY, LIE, PAUSE);

        // Then
        assertThat(weighing.lookedAtAgain().getFirst().dueAt()).isEqualTo(NOON.plus(lag));
    }

    @Test
    void believes_a_target_without_lag_at_once() {
        // Given
        var weighing = weighing(NOON, NOON.plusMillis(20), Duration.ZERO, "PATCH");

        // When
        weighing.add(DELIVERY, LIE, PAUSE);

        // Then
        assertThat(weighing.attempts()).hasSize(1);
    }

    private Weighing weighing(Instant at, Instant ended, Duration lag, String operation) {
        var exchange = new Exchange(operation, "https://app/7", "", 200, "", Duration.ZERO);
        return new Weighing(
                new Weighing.Span(at, ended, lag),
                List.of(exchange),
                () -> "id-" + ids.incrementAndGet());
    }
}
