package dev.ephor.quickstart.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class FaultyEndpointTest {
    private static final Request REQUEST =
            new Request("GET", "/x", "/x", Map.of(), Map.of(), new byte[0]);

    private final Faults faults = new Faults();
    private final FaultyEndpoint endpoint =
            new FaultyEndpoint(faults, (status, _) -> Reply.empty(status), _ -> Reply.empty(200));

    @Test
    void a_slow_answer_comes_in_the_end() {
        // Given
        faults.add(FaultRule.once("GET", "", Fault.slow(Duration.ofMillis(1))));

        // When
        Answer answer = endpoint.answer(REQUEST);

        // Then
        assertThat(answer).isInstanceOf(Reply.class);
    }

    @Test
    void closing_ends_a_slow_answer_without_a_reply() throws Exception {
        // Given
        faults.add(FaultRule.once("GET", "", Fault.slow(Duration.ofHours(1))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var answer = threads.submit(() -> endpoint.answer(REQUEST));

            // When
            faults.close();

            // Then
            assertThat(answer.get(2, TimeUnit.MINUTES)).isInstanceOf(Hangup.class);
        }
    }
}
