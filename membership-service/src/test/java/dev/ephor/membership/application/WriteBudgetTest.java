package dev.ephor.membership.application;

import static dev.ephor.membership.application.Tasks.grant;
import static dev.ephor.membership.application.Tasks.withdraw;
import static dev.ephor.membership.domain.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.WriteBudget;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Eight writes in eight minutes; twenty grants in one write, each removal a write of its own. */
class WriteBudgetTest {
    private static final WriteBudget TERMS = new WriteBudget(8, Duration.ofMinutes(8), 20, 1);

    private final WorkQueue queue = new WorkQueue(new Limits(100, 20), TERMS);

    @Test
    void sends_no_more_than_the_directory_lets_be_written() {
        removals(10, "g");

        assertThat(sentAt(at(0))).isEqualTo(8);
        assertThat(queue.wakeAt(at(0))).contains(at(1));
        assertThat(sentAt(at(1))).isEqualTo(1);
        assertThat(sentAt(at(60))).isEqualTo(1);
    }

    @Test
    void leaves_a_quarter_of_the_budget_to_removals() {
        grants(10);

        assertThat(sentAt(at(0))).isEqualTo(6);
        removals(3, "r");
        assertThat(sentAt(at(0))).isEqualTo(2);
    }

    @Test
    void gives_what_comes_in_to_removals_first() {
        grants(10);
        removals(10, "r");
        sentAt(at(0));

        var next = queue.next(at(1)).orElseThrow();

        assertThat(next.getFirst().present()).isFalse();
    }

    @Test
    void counts_one_write_for_twenty_grants_of_a_group() {
        IntStream.range(0, 50).forEach(i -> queue.offer(grant("g", "p" + i, 1)));

        int sent = 0;
        for (int calls = 0; calls < 3; calls++) {
            var batch = queue.next(at(0)).orElseThrow();
            queue.written(batch.getFirst().line(), batch.size(), batch.size());
            sent += batch.size();
        }

        assertThat(sent).isEqualTo(50);
        grants(10);
        assertThat(sentAt(at(0))).isEqualTo(3);
    }

    @Test
    void takes_no_more_of_a_batch_than_can_be_paid_for() {
        IntStream.range(0, 10).forEach(i -> queue.offer(withdraw("g", "p" + i, 2)));

        assertThat(queue.next(at(0)).orElseThrow()).hasSize(8);
    }

    @Test
    void pays_nothing_for_what_was_found_to_be_as_wanted() {
        removals(8, "g");
        var first = queue.next(at(0)).orElseThrow();
        sentAt(at(0));

        queue.written(first.getFirst().line(), 1, 0);
        removals(1, "late");

        assertThat(sentAt(at(0))).isEqualTo(1);
    }

    @Test
    void begins_anew_after_the_directory_said_that_nothing_is_left() {
        removals(8, "g");
        queue.pause(at(0), at(2));

        assertThat(sentAt(at(1))).isZero();
        assertThat(sentAt(at(2))).isEqualTo(2);
    }

    @Test
    void gains_nothing_from_a_clock_that_is_set_back_and_on_again() {
        removals(20, "g");
        sentAt(at(10));

        assertThat(sentAt(at(0))).isZero();
        assertThat(sentAt(at(1))).isEqualTo(1);
    }

    @Test
    void writes_a_group_alone_after_two_writes_of_it_met() {
        queue.offer(withdraw("g", "p1", 2));
        var met = queue.next(at(0)).orElseThrow().getFirst();
        queue.oneAtATime(met.line(), at(60));
        queue.written(met.line(), 1, 1);
        queue.ended();
        IntStream.range(2, 5).forEach(i -> queue.offer(withdraw("g", "p" + i, 2)));
        queue.offer(grant("g", "p9", 1));

        var alone = queue.next(at(0)).orElseThrow();

        assertThat(alone).hasSize(1);
        assertThat(queue.next(at(0))).isEmpty();
        queue.written(alone.getFirst().line(), 1, 1);
        assertThat(queue.next(at(0)).orElseThrow()).hasSize(1);
    }

    @Test
    void writes_a_group_as_usual_again_after_a_while() {
        queue.oneAtATime(withdraw("g", "p", 2).line(), at(60));
        IntStream.range(0, 3).forEach(i -> queue.offer(withdraw("g", "p" + i, 2)));

        assertThat(queue.next(at(60)).orElseThrow()).hasSize(3);
    }

    private void removals(int count, String group) {
        IntStream.range(0, count).forEach(i -> queue.offer(withdraw(group + i, "p", 2)));
    }

    private void grants(int count) {
        IntStream.range(0, count).forEach(i -> queue.offer(grant("grants" + i, "p", 1)));
    }

    private int sentAt(Instant now) {
        int sent = 0;
        for (var next = queue.next(now); next.isPresent(); next = queue.next(now)) {
            sent += next.get().size();
        }
        return sent;
    }
}
