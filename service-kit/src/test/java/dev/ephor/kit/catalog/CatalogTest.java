package dev.ephor.kit.catalog;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalRemoved;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private static final PrincipalSeen DANA =
            new PrincipalSeen(
                    "t", "dana", "dana", null, null, null, null, null, false, Map.of(), List.of());
    private static final ApproverGroupDefined DUTY =
            new ApproverGroupDefined("t", "duty", "Duty", List.of("dana"));

    private final Catalog catalog = new Catalog();

    @Test
    void tells_who_was_removed_from_who_was_never_there() {
        // Given
        catalog.take(DANA);

        // When
        catalog.take(new PrincipalRemoved("t", "dana"));

        // Then
        assertThat(catalog.isRemoved("t", "dana")).isTrue();
        assertThat(catalog.isRemoved("t", "nobody")).isFalse();
        assertThat(catalog.hasHeardOf(DANA.partitionKey())).isTrue();
        assertThat(catalog.hasHeardOf("principal/t/nobody")).isFalse();
    }

    @Test
    void wakes_whoever_waits_for_something_as_soon_as_it_is_there() {
        // Given
        var waiter = new AtomicReference<Thread>();
        var found =
                CompletableFuture.supplyAsync(
                        () -> {
                            waiter.set(Thread.currentThread());
                            return waitFor(Duration.ofMinutes(5));
                        });
        await().until(
                        () ->
                                waiter.get() != null
                                        && waiter.get().getState() == Thread.State.TIMED_WAITING);

        // When
        catalog.take(DUTY);

        // Then
        assertThat(found).succeedsWithin(Duration.ofMinutes(2)).isEqualTo(true);
    }

    @Test
    void does_not_wait_for_ever() {
        // When
        boolean found = waitFor(Duration.ofMillis(1));

        // Then
        assertThat(found).isFalse();
    }

    private boolean waitFor(Duration atMost) {
        try {
            return catalog.await(() -> catalog.hasHeardOf(DUTY.partitionKey()), atMost);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
