package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LaneTest {
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<List<String>> calls = new CopyOnWriteArrayList<>();
    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    @AfterEach
    void end() {
        released.countDown();
        threads.shutdownNow();
    }

    @Test
    void sends_what_arrives_during_a_call_with_the_next_one() throws Exception {
        // Given
        Lane lane = lane(this::heldOnce);
        lane.offer(List.of(grant("a")));
        entered.await();

        // When
        lane.offer(List.of(grant("b")));
        lane.offer(List.of(grant("c"), grant("d")));
        released.countDown();

        // Then
        await().until(() -> lane.pending() == 0);
        assertThat(calls).containsExactly(List.of("a"), List.of("b", "c", "d"));
    }

    @Test
    void counts_what_waits_and_what_is_under_way() throws Exception {
        // Given
        Lane lane = lane(this::heldOnce);
        lane.offer(List.of(grant("a")));
        entered.await();

        // When
        lane.offer(List.of(grant("b")));

        // Then
        assertThat(lane.pending()).isEqualTo(2);
    }

    @Test
    void tries_again_when_it_is_due() {
        // Given
        Lane lane = lane(batch -> calls.size() == 1 ? again(batch, 20) : List.of());

        // When
        lane.offer(List.of(grant("a")));

        // Then
        await().until(() -> lane.pending() == 0);
        assertThat(calls).containsExactly(List.of("a"), List.of("a"));
    }

    @Test
    void does_not_wait_when_it_is_hurried() {
        // Given
        Lane lane = lane(batch -> calls.size() == 1 ? again(batch, 3_600_000) : List.of());
        lane.offer(List.of(grant("a")));
        await().until(() -> calls.size() == 1);

        // When
        lane.hurry();

        // Then
        await().until(() -> lane.pending() == 0);
        assertThat(calls).hasSize(2);
    }

    @Test
    void what_comes_does_not_wait_for_what_is_due_later() {
        // Given
        Lane lane = lane(batch -> batch.contains(grant("a")) ? again(batch, 3_600_000) : List.of());
        lane.offer(List.of(grant("a")));
        await().until(() -> calls.size() == 1);

        // When
        lane.offer(List.of(grant("b")));

        // Then
        await().until(() -> lane.pending() == 1);
        assertThat(calls).containsExactly(List.of("a"), List.of("b"));
    }

    @Test
    void has_no_thread_when_nothing_waits() throws Exception {
        // Given
        Lane lane = lane(_ -> List.of());

        // When
        lane.offer(List.of(grant("a")));

        // Then
        await().until(() -> lane.pending() == 0);
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void ends_after_the_call_under_way_when_it_is_stopped() throws Exception {
        // Given
        Lane lane = lane(this::heldOnce);
        lane.offer(List.of(grant("a")));
        entered.await();
        lane.offer(List.of(grant("b")));

        // When
        lane.stop();
        released.countDown();

        // Then
        threads.shutdown();
        assertThat(threads.awaitTermination(2, TimeUnit.MINUTES)).isTrue();
        assertThat(calls).containsExactly(List.of("a"));
    }

    @Test
    void keeps_what_a_bug_left_undone_and_goes_on() {
        // Given
        Lane lane =
                lane(
                        batch -> {
                            if (calls.size() == 1) {
                                throw new IllegalStateException("a bug");
                            }
                            return List.of();
                        });
        lane.offer(List.of(grant("a")));
        await().until(() -> calls.size() == 1);

        // When
        lane.offer(List.of(grant("b")));
        await().until(() -> calls.size() == 2);
        lane.hurry();

        // Then
        await().until(() -> lane.pending() == 0);
        assertThat(calls).containsExactly(List.of("a"), List.of("b"), List.of("a"));
    }

    private Lane lane(Lane.Deliver deliver) {
        Lane.Deliver noted =
                batch -> {
                    calls.add(batch.stream().map(d -> d.key().principal()).toList());
                    return deliver.deliver(batch);
                };
        return new Lane(noted, threads, Clock.systemUTC(), 100);
    }

    private List<DueDelivery> heldOnce(List<DueDelivery> batch) throws InterruptedException {
        entered.countDown();
        released.await();
        return List.of();
    }

    private static List<DueDelivery> again(List<DueDelivery> batch, long millis) {
        return batch.stream().map(d -> d.dueAt(Instant.now().plusMillis(millis))).toList();
    }

    private static DueDelivery grant(String principal) {
        return new DueDelivery(
                new MembershipKey("t", "g", principal, Access.MEMBER),
                "app1",
                Change.GRANT,
                1,
                List.of("activation"),
                0,
                false,
                Instant.EPOCH,
                Instant.EPOCH,
                null);
    }
}
