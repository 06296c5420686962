package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Assurance;
import dev.ephor.events.Change;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Topics keep no order among one another, may be read again, and partitions move. */
class OrderTest {
    private Bench bench;

    @BeforeEach
    void start() {
        bench = new Bench();
    }

    @AfterEach
    void stop() {
        bench.close();
    }

    @Test
    void opens_a_window_once_whose_request_comes_after_its_approval() {
        bench.tell(approved("a", 0, 60));
        bench.tell(request("a"));

        assertThat(bench.said()).containsExactly(opened("a", 1, 0, 60));
        assertThat(bench.tasks).hasSize(1);
        assertThat(bench.deadLetters()).isEmpty();
    }

    @Test
    void opens_nothing_that_was_canceled_before_its_approval_came() {
        bench.tell(canceled("a", "dana", 0));
        bench.tell(approved("a", 0, 60));

        assertThat(bench.said()).noneMatch(WindowOpened.class::isInstance);
        assertThat(bench.tasks).isEmpty();
    }

    @Test
    void opens_nothing_that_was_revoked_before_its_approval_came() {
        bench.tell(revocation("a", 0));
        bench.tell(approved("a", 0, 60));

        assertThat(bench.said()).noneMatch(WindowOpened.class::isInstance);
        assertThat(bench.tasks).isEmpty();
    }

    @Test
    void leaves_nobody_a_member_in_whatever_order_an_approval_and_its_endings_come() {
        List<Event> all =
                List.of(
                        approved("a", 0, 60),
                        deactivation("a", 1),
                        eligibilityRemoved("e1", 1),
                        revocation("a", 1));
        for (List<Event> order : orders(all)) {
            try (var fresh = new Bench()) {
                order.forEach(fresh::tell);

                assertThat(fresh.measures.tally.live()).as("%s", order).isZero();
                assertThat(fresh.tasks.isEmpty() || isWithdrawal(fresh)).as("%s", order).isTrue();
            }
        }
    }

    @Test
    void says_nothing_when_a_whole_story_is_read_again() {
        List<Envelope<?>> story = wholeStory();

        story.forEach(bench::send);

        assertThat(bench.said()).isEmpty();
        assertThat(bench.tasks).hasSize(2);
    }

    @Test
    void says_nothing_when_a_whole_story_is_read_again_from_its_end() {
        List<Envelope<?>> story = wholeStory();

        story.reversed().forEach(bench::send);

        assertThat(bench.said()).isEmpty();
        assertThat(bench.tasks).hasSize(2);
    }

    @Test
    void cuts_no_new_window_when_the_story_of_the_last_one_is_read_again() {
        List<Envelope<?>> story = wholeStory();
        bench.tell(approved("b", 61, 120));
        bench.tell(observed(3, true, 61));
        bench.said();

        story.forEach(bench::send);

        assertThat(bench.said()).isEmpty();
        assertThat(bench.measures.tally.live()).isEqualTo(1);
        assertThat(bench.tasks).hasSize(3);
    }

    @Test
    void closes_in_another_instance_what_one_opened() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        List<String> opened = ids();

        bench.move();
        List<String> saidAgain = ids();
        bench.passMinutes(60);

        assertThat(opened).containsAll(saidAgain);
        assertThat(bench.said()).singleElement().isInstanceOf(ActivationExpired.class);
        assertThat(isWithdrawal(bench)).isTrue();
    }

    @Test
    void opens_in_another_instance_what_was_planned_in_one() {
        bench.tell(approvedAt(0, "a", 30, 60));

        bench.move();
        bench.said();
        bench.passMinutes(30);

        assertThat(bench.said()).containsExactly(opened("a", 1, 30, 60));
    }

    @Test
    void hears_nothing_new_after_a_move_in_what_was_heard_before_it() {
        List<Envelope<?>> story = wholeStory();
        bench.move();
        bench.said();

        story.forEach(bench::send);

        assertThat(bench.said()).isEmpty();
        assertThat(bench.tasks).isEmpty();
    }

    @Test
    void says_what_ended_during_a_move_under_one_id_whoever_says_it() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.said();
        bench.passMinutes(60);
        List<String> before = ids();

        bench.move();

        assertThat(before).hasSize(1).containsExactlyElementsOf(ids());
    }

    private static ActivationRequested request(String id) {
        return new ActivationRequested(
                KEY,
                id,
                RequestAction.SELF_ACTIVATE,
                "dana",
                "e1",
                null,
                new Assurance(null, List.of(), List.of(), null),
                null,
                null,
                at(0),
                at(0),
                Duration.ofHours(1),
                null,
                Policy.upTo(Duration.ofHours(8)).build());
    }

    /** From an approval to the confirmed removal. */
    private List<Envelope<?>> wholeStory() {
        var story = new ArrayList<Envelope<?>>();
        story.add(bench.tell(approved("a", 0, 60)));
        story.add(bench.tell(observed(1, true, 0)));
        bench.passMinutes(60);
        story.add(bench.tell(deactivation("a", 59)));
        story.add(bench.tell(observed(2, false, 60)));
        bench.pass(Duration.ofMinutes(1));
        bench.said();
        return story;
    }

    private List<String> ids() {
        return bench.envelopes().stream().map(Envelope::id).toList();
    }

    private static boolean isWithdrawal(Bench of) {
        return of.lastTask().order().change() == Change.WITHDRAW;
    }

    private static <T> List<List<T>> orders(List<T> of) {
        if (of.isEmpty()) {
            return List.of(List.of());
        }
        var all = new ArrayList<List<T>>();
        for (T first : of) {
            var rest = new ArrayList<>(of);
            rest.remove(first);
            for (List<T> order : orders(rest)) {
                var with = new ArrayList<>(List.of(first));
                with.addAll(order);
                all.add(with);
            }
        }
        return all;
    }
}
