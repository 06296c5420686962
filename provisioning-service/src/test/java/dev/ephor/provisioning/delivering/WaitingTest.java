package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class WaitingTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final Waiting waiting = new Waiting();

    @Test
    void takes_everything_of_one_change_at_once() {
        // Given
        offer(grant("a", 1), grant("b", 1), grant("c", 1));

        // When
        var taken = waiting.take(NOW, 10);

        // Then
        assertThat(taken).extracting(d -> d.key().principal()).containsExactly("a", "b", "c");
        assertThat(waiting.size()).isZero();
    }

    @Test
    void takes_no_more_than_one_call_may_hold() {
        // Given
        offer(grant("a", 1), grant("b", 1), grant("c", 1));

        // When
        var taken = waiting.take(NOW, 2);

        // Then
        assertThat(taken).hasSize(2);
        assertThat(waiting.take(NOW, 2)).hasSize(1);
    }

    @Test
    void takes_removals_before_grants_that_came_earlier() {
        // Given
        offer(grant("a", 1), grant("b", 1), withdrawal("c", 1));

        // When
        var taken = waiting.take(NOW, 10);

        // Then
        assertThat(taken).containsExactly(withdrawal("c", 1));
    }

    @Test
    void grants_are_not_starved_by_removals_that_keep_coming() {
        // Given
        offer(grant("a", 1), withdrawal("b", 1));
        waiting.take(NOW, 10);
        offer(withdrawal("c", 1));

        // When
        var taken = waiting.take(NOW, 10);

        // Then
        assertThat(taken).containsExactly(grant("a", 1));
        assertThat(waiting.take(NOW, 10)).containsExactly(withdrawal("c", 1));
    }

    @Test
    void a_removal_waits_for_one_call_of_grants_at_most() {
        // Given
        offer(grant("a", 1), grant("b", 1), grant("c", 1));
        waiting.take(NOW, 1);
        offer(withdrawal("d", 1));

        // When
        var taken = waiting.take(NOW, 1);

        // Then
        assertThat(taken).containsExactly(withdrawal("d", 1));
    }

    @Test
    void the_newer_change_of_a_membership_takes_the_place_of_the_older() {
        // Given
        offer(grant("a", 1));

        // When
        offer(withdrawal("a", 2));

        // Then
        assertThat(waiting.take(NOW, 10)).containsExactly(withdrawal("a", 2));
        assertThat(waiting.size()).isZero();
    }

    @Test
    void an_older_change_never_takes_the_place_of_a_newer() {
        // Given
        offer(withdrawal("a", 2));

        // When
        offer(grant("a", 1));

        // Then
        assertThat(waiting.take(NOW, 10)).containsExactly(withdrawal("a", 2));
        assertThat(waiting.size()).isZero();
    }

    @Test
    void of_one_generation_the_removal_stays() {
        // Given
        offer(withdrawal("a", 2));

        // When
        offer(grant("a", 2));

        // Then
        assertThat(waiting.take(NOW, 10)).containsExactly(withdrawal("a", 2));
    }

    @Test
    void what_is_asked_anew_does_not_wait_for_the_next_try() {
        // Given
        offer(grant("a", 1).dueAt(NOW.plusSeconds(60)));

        // When
        offer(grant("a", 1));

        // Then
        assertThat(waiting.nextDue()).contains(Instant.EPOCH);
        assertThat(waiting.size()).isEqualTo(1);
    }

    @Test
    void leaves_what_is_not_due_and_says_when_it_will_be() {
        // Given
        Instant later = NOW.plusSeconds(60);
        offer(grant("a", 1).dueAt(later), grant("b", 1), withdrawal("c", 1).dueAt(later));

        // When
        var taken = waiting.take(NOW, 10);

        // Then
        assertThat(taken).containsExactly(grant("b", 1));
        assertThat(waiting.nextDue()).contains(later);
        assertThat(waiting.size()).isEqualTo(2);
    }

    @Test
    void hurries_what_waits_for_another_try() {
        // Given
        offer(grant("a", 1).dueAt(NOW.plusSeconds(60)));

        // When
        waiting.hurry(_ -> true);

        // Then
        assertThat(waiting.take(NOW, 10)).containsExactly(grant("a", 1));
    }

    @Test
    void counts_what_is_stuck() {
        // Given
        offer(grant("a", 1), delivery("b", Change.WITHDRAW, 1, true));

        // When
        long stuck = waiting.stuck();

        // Then
        assertThat(stuck).isEqualTo(1);
    }

    private void offer(DueDelivery... deliveries) {
        List.of(deliveries).forEach(waiting::offer);
    }

    private static DueDelivery grant(String principal, long generation) {
        return delivery(principal, Change.GRANT, generation, false);
    }

    private static DueDelivery withdrawal(String principal, long generation) {
        return delivery(principal, Change.WITHDRAW, generation, false);
    }

    private static DueDelivery delivery(
            String principal, Change change, long generation, boolean stuck) {
        return new DueDelivery(
                new MembershipKey("t", "g", principal, Access.MEMBER),
                "app1",
                change,
                generation,
                List.of("activation"),
                0,
                stuck,
                NOW,
                Instant.EPOCH,
                null);
    }
}
