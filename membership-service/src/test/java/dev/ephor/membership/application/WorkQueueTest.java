package dev.ephor.membership.application;

import static dev.ephor.membership.application.Tasks.grant;
import static dev.ephor.membership.application.Tasks.withdraw;
import static dev.ephor.membership.domain.Facts.at;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.WriteBudget;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkQueueTest {
    private final WorkQueue queue = new WorkQueue(new Limits(4, 3), WriteBudget.UNLIMITED);

    @Test
    void sends_removals_before_grants() {
        queue.offer(grant("g", "p1", 1));
        queue.offer(withdraw("g", "p2", 2));

        assertThat(queue.next(at(0))).contains(List.of(withdraw("g", "p2", 2)));
        assertThat(queue.next(at(0))).contains(List.of(grant("g", "p1", 1)));
    }

    @Test
    void keeps_a_call_free_for_removals_in_a_burst_of_grants() {
        IntStream.range(0, 9).forEach(i -> queue.offer(grant("g" + i, "p", 1)));
        int grants = 0;
        while (queue.next(at(0)).isPresent()) {
            grants++;
        }

        queue.offer(withdraw("g", "p", 2));

        assertThat(grants).isEqualTo(3);
        assertThat(queue.next(at(0))).isPresent();
    }

    @Test
    void sends_together_what_waited_for_a_call_of_the_same_group() {
        queue.offer(grant("g", "p1", 1));
        var first = queue.next(at(0)).orElseThrow();
        IntStream.range(2, 7).forEach(i -> queue.offer(grant("g", "p" + i, 1)));
        assertThat(queue.next(at(0))).isEmpty();

        queue.written(first.getFirst().line(), 1, 1);

        assertThat(queue.next(at(0)).orElseThrow()).hasSize(3);
    }

    @Test
    void lets_groups_take_turns() {
        IntStream.range(0, 6).forEach(i -> queue.offer(grant("busy", "p" + i, 1)));
        queue.offer(grant("quiet", "p", 1));
        var first = queue.next(at(0)).orElseThrow();
        queue.written(first.getFirst().line(), 1, 1);

        assertThat(queue.next(at(0))).contains(List.of(grant("quiet", "p", 1)));
    }

    @Test
    void skips_what_was_superseded_before_it_was_sent() {
        queue.offer(grant("g", "p", 1));
        queue.offer(withdraw("g", "p", 2));

        assertThat(queue.next(at(0))).contains(List.of(withdraw("g", "p", 2)));
        assertThat(queue.next(at(0))).isEmpty();
    }

    @Test
    void sends_a_newer_task_only_after_the_older_one_of_its_key_is_over() {
        queue.offer(grant("g", "p", 1));
        var sent = queue.next(at(0)).orElseThrow().getFirst();
        queue.offer(withdraw("g", "p", 2));

        assertThat(queue.next(at(0))).isEmpty();
        assertThat(queue.isSuperseded(sent)).isTrue();
        queue.finish(sent);
        assertThat(queue.next(at(0))).contains(List.of(withdraw("g", "p", 2)));
    }

    @Test
    void takes_no_notice_of_the_same_task_again() {
        queue.offer(grant("g", "p", 1));
        queue.next(at(0));

        queue.offer(grant("g", "p", 1));

        assertThat(queue.next(at(0))).isEmpty();
        assertThat(queue.tasks()).hasSize(1);
    }

    @Test
    void tries_again_what_failed_when_its_time_has_come() {
        queue.offer(grant("g", "p", 1));
        var sent = queue.next(at(0)).orElseThrow().getFirst();
        queue.delay(sent, sent.failedOnce(), at(5));
        queue.written(sent.line(), 1, 1);
        queue.ended();

        assertThat(queue.next(at(4))).isEmpty();
        assertThat(queue.wakeAt(at(2))).contains(at(5));
        assertThat(queue.next(at(5)).orElseThrow().getFirst().order().attempts()).isEqualTo(1);
    }

    @Test
    void does_not_try_again_what_was_superseded_meanwhile() {
        queue.offer(grant("g", "p", 1));
        var sent = queue.next(at(0)).orElseThrow().getFirst();
        queue.offer(withdraw("g", "p", 2));
        queue.delay(sent, sent.failedOnce(), at(5));
        queue.written(sent.line(), 1, 1);
        queue.ended();

        assertThat(queue.next(at(0))).contains(List.of(withdraw("g", "p", 2)));
        assertThat(queue.next(at(9))).isEmpty();
    }

    @Test
    void leaves_a_directory_alone_for_as_long_as_it_asks() {
        queue.offer(grant("g", "p", 1));
        queue.pause(at(0), at(3));

        assertThat(queue.next(at(2))).isEmpty();
        assertThat(queue.wakeAt(at(2))).contains(at(3));
        assertThat(queue.next(at(3))).isPresent();
    }

    @Test
    void hurries_what_failed_when_something_was_mended() {
        queue.offer(grant("g", "p", 1));
        var sent = queue.next(at(0)).orElseThrow().getFirst();
        queue.delay(sent, sent.failedOnce(), at(60));
        queue.written(sent.line(), 1, 1);
        queue.ended();

        queue.hurry();

        assertThat(queue.next(at(0))).isPresent();
    }

    @Test
    void lets_go_of_what_another_instance_owns_now() {
        queue.offer(grant("g", "p1", 1));
        var sent = queue.next(at(0)).orElseThrow().getFirst();
        queue.written(sent.line(), 1, 1);
        queue.offer(grant("g", "p2", 1));

        queue.drop(0);

        assertThat(queue.isSuperseded(sent)).isTrue();
        assertThat(queue.next(at(0))).isEmpty();
        assertThat(queue.tasks()).isEmpty();
    }
}
