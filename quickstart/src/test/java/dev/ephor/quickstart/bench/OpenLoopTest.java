package dev.ephor.quickstart.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class OpenLoopTest {

    @Test
    void sends_the_next_call_although_those_before_have_no_answer() throws InterruptedException {
        // Given
        var allSent = new CountDownLatch(3);

        // When
        List<Integer> answers =
                OpenLoop.send(
                        new long[] {0, 1_000, 2_000},
                        (number, _) -> {
                            allSent.countDown();
                            await(allSent);
                            return number;
                        });

        // Then
        assertThat(answers).containsExactly(0, 1, 2);
    }

    @Test
    void tells_each_call_when_it_was_due_and_not_when_it_was_sent() throws InterruptedException {
        // Given
        long[] due = {0, 5_000_000, 5_000_100};

        // When
        List<Long> told = OpenLoop.send(due, (_, at) -> at);

        // Then
        assertThat(told.get(1) - told.get(0)).isEqualTo(5_000_000);
        assertThat(told.get(2) - told.get(1)).isEqualTo(100);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
