package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GateTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final CountDownLatch released = new CountDownLatch(1);
    private final AtomicInteger within = new AtomicInteger();
    private final Gate gate = new Gate(3);

    @AfterEach
    void end() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void keeps_a_place_for_a_removal_however_many_grants_there_are() throws Exception {
        // Given
        for (int i = 0; i < 10; i++) {
            threads.submit(held(Change.GRANT));
        }
        await().until(() -> within.get() == 2);

        // When
        Future<String> removal = threads.submit(() -> gate.pass(Change.WITHDRAW, () -> "passed"));

        // Then
        assertThat(removal.get(2, TimeUnit.MINUTES)).isEqualTo("passed");
        assertThat(within).hasValue(2);
    }

    @Test
    void lets_removals_have_every_place_and_no_more() {
        // Given
        for (int i = 0; i < 10; i++) {
            threads.submit(held(Change.WITHDRAW));
        }

        // When
        await().until(() -> within.get() == 3);

        // Then
        assertThat(within).hasValue(3);
        released.countDown();
        await().until(() -> within.get() == 10);
    }

    @Test
    void gives_the_place_back_when_a_call_fails() throws Exception {
        // Given
        for (int i = 0; i < 10; i++) {
            threads.submit(() -> gate.pass(Change.GRANT, GateTest::fails));
        }

        // When
        Future<String> grant = threads.submit(() -> gate.pass(Change.GRANT, () -> "passed"));

        // Then
        assertThat(grant.get(2, TimeUnit.MINUTES)).isEqualTo("passed");
    }

    private Callable<String> held(Change change) {
        return () ->
                gate.pass(
                        change,
                        () -> {
                            within.incrementAndGet();
                            try {
                                released.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            return "";
                        });
    }

    private static String fails() {
        throw new IllegalStateException("a bug");
    }
}
