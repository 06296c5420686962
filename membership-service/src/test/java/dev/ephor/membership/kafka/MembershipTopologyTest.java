package dev.ephor.membership.kafka;

import static dev.ephor.membership.domain.Facts.KEY;
import static dev.ephor.membership.domain.Facts.approved;
import static dev.ephor.membership.domain.Facts.approvedAt;
import static dev.ephor.membership.domain.Facts.at;
import static dev.ephor.membership.domain.Facts.deactivated;
import static dev.ephor.membership.domain.Facts.deactivation;
import static dev.ephor.membership.domain.Facts.eligibilityRemoved;
import static dev.ephor.membership.domain.Facts.expired;
import static dev.ephor.membership.domain.Facts.granted;
import static dev.ephor.membership.domain.Facts.lostEligibility;
import static dev.ephor.membership.domain.Facts.observed;
import static dev.ephor.membership.domain.Facts.opened;
import static dev.ephor.membership.domain.Facts.removed;
import static dev.ephor.membership.domain.Facts.revocation;
import static dev.ephor.membership.domain.Facts.revoked;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.Change;
import dev.ephor.events.Envelope;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MembershipTopologyTest {
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
    void leads_an_activation_from_approval_to_confirmed_removal() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.passMinutes(60);
        bench.tell(observed(2, false, 60));

        assertThat(bench.said())
                .containsExactly(
                        opened("a", 1, 0, 60),
                        granted("a", 1, 60, 0),
                        expired("a", 2, 60, 60, true),
                        removed("a", 2, 60, 60));
    }

    @Test
    void asks_the_directory_for_what_is_wanted() {
        bench.tell(approved("a", 0, 60));
        var grant = bench.lastTask();
        bench.passMinutes(60);

        assertThat(grant.order().change()).isEqualTo(Change.GRANT);
        assertThat(bench.lastTask().order().change()).isEqualTo(Change.WITHDRAW);
        assertThat(bench.tasks).hasSize(2);
    }

    @Test
    void asks_for_a_later_bound_when_the_window_after_this_one_is_approved() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        Instant first = bench.lastTask().order().until();

        bench.tell(approvedAt(30, "b", 60, 180));

        assertThat(first).isEqualTo(at(65));
        assertThat(bench.bounds)
                .singleElement()
                .satisfies(
                        task -> {
                            assertThat(task.order().until()).isEqualTo(at(185));
                            assertThat(task.order().known()).isTrue();
                        });
        assertThat(bench.tasks).hasSize(1);
    }

    @Test
    void asks_every_directory_for_what_it_has_not_confirmed_until_the_later_end() {
        bench.tell(approved("a", 0, 60));

        bench.tell(approvedAt(30, "b", 60, 180));

        assertThat(bench.bounds).isEmpty();
        assertThat(bench.tasks).hasSize(2);
        assertThat(bench.lastTask().order().until()).isEqualTo(at(185));
    }

    @Test
    void asks_for_the_bound_again_when_the_next_window_opens() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.tell(approvedAt(30, "b", 60, 180));

        bench.passMinutes(60);

        assertThat(bench.tasks).hasSize(2);
        assertThat(bench.lastTask().order().until()).isEqualTo(at(185));
    }

    @Test
    void asks_for_an_earlier_bound_when_the_longer_of_two_windows_is_given_back() {
        bench.tell(approved("a", 0, 60));
        bench.tell(approvedAt(0, "b", 0, 180));
        bench.tell(observed(1, true, 0));

        bench.tell(deactivation("b", 0));

        assertThat(bench.bounds)
                .singleElement()
                .satisfies(task -> assertThat(task.order().until()).isEqualTo(at(65)));
    }

    @Test
    void opens_a_window_hours_after_its_approval() {
        bench.tell(approvedAt(0, "a", 300, 360));
        bench.passMinutes(299);
        assertThat(bench.said()).isEmpty();

        bench.passMinutes(1);

        assertThat(bench.said()).containsExactly(opened("a", 1, 300, 360));
    }

    @Test
    void keeps_the_membership_through_an_extension() {
        bench.tell(approved("a", 0, 60));
        bench.tell(observed(1, true, 0));
        bench.tell(approvedAt(0, "b", 60, 90));
        bench.passMinutes(61);

        assertThat(bench.said())
                .containsExactly(
                        opened("a", 1, 0, 60),
                        granted("a", 1, 60, 0),
                        opened("b", 1, 60, 90),
                        expired("a", 1, 60, 61, false));
        assertThat(bench.tasks).noneMatch(t -> t.order().change() == Change.WITHDRAW);
    }

    @Test
    void hears_nothing_new_in_what_comes_again() {
        var approval = bench.tell(approved("a", 0, 60));
        var look = bench.tell(observed(1, true, 0));
        var end = bench.tell(deactivation("a", 1));
        bench.said();

        bench.send(approval);
        bench.send(look);
        bench.send(end);
        bench.send(approval);

        assertThat(bench.said()).isEmpty();
        assertThat(bench.tasks).hasSize(2);
    }

    @Test
    void ends_an_activation_whose_deactivation_came_before_its_approval() {
        bench.tell(deactivation("a", 0));
        bench.tell(approved("a", 0, 60));

        assertThat(bench.said()).containsExactly(deactivated("a", 0, 0, false));
        assertThat(bench.tasks).isEmpty();
    }

    @Test
    void ends_an_activation_when_its_eligibility_is_removed() {
        bench.tell(approved("a", 0, 60));
        bench.tell(eligibilityRemoved("e1", 0));

        assertThat(bench.said())
                .containsExactly(opened("a", 1, 0, 60), lostEligibility("a", 2, 0, true));
    }

    @Test
    void ends_what_is_revoked() {
        bench.tell(approved("a", 0, 60));
        bench.tell(revocation("a", 0));

        assertThat(bench.said()).containsExactly(opened("a", 1, 0, 60), revoked("a", 2, 0, true));
    }

    @Test
    void lets_time_have_its_way_before_it_hears_something_late() {
        bench.tell(approved("a", 0, 60));
        bench.said();
        bench.clock.forward(Duration.ofMinutes(61));

        bench.tell(deactivation("a", 59));

        assertThat(bench.said()).containsExactly(expired("a", 2, 60, 61, true));
    }

    @Test
    void gives_what_it_says_ids_that_follow_from_it_and_a_cause() {
        Envelope<?> approval = bench.tell(approved("a", 0, 60));
        Envelope<?> opened = bench.envelopes().getFirst();
        bench.passMinutes(60);
        Envelope<?> expired = bench.envelopes().getFirst();

        assertThat(opened.correlationId()).isEqualTo("a");
        assertThat(opened.causationId()).isEqualTo(approval.id());
        assertThat(opened.traceparent()).isEqualTo("00-trace");
        assertThat(expired.causationId()).isEqualTo(approval.id());
        assertThat(expired.traceparent()).isEqualTo("00-trace");
        assertThat(expired.id()).isNotEqualTo(opened.id());
    }

    @Test
    void closes_thousands_of_windows_that_end_at_once() {
        int many = 2 * MembershipProcessor.AT_ONCE + 7;
        IntStream.range(0, many).forEach(i -> bench.tell(someones("p" + i)));
        bench.said();

        bench.passMinutes(60);
        bench.pass(Duration.ofMillis(1));
        bench.pass(Duration.ofMillis(1));

        assertThat(bench.said()).hasSize(many);
        assertThat(bench.measures.tally.live()).isZero();
        assertThat(bench.measures.tally.unconfirmed()).isEqualTo(many);
    }

    @Test
    void counts_windows_by_what_has_become_of_them() {
        bench.pass(Duration.ofMillis(1));
        bench.tell(approved("a", 0, 60));
        bench.tell(approvedAt(0, "b", 30, 60));

        assertThat(bench.measures.tally.live()).isEqualTo(1);
        assertThat(bench.measures.tally.scheduled()).isEqualTo(1);
        assertThat(bench.measures.tally.unconfirmed()).isEqualTo(1);
    }

    @Test
    void takes_no_notice_of_an_answer_to_a_superseded_question() {
        bench.tell(approved("a", 0, 60));
        bench.passMinutes(60);
        bench.said();

        bench.tell(new MembershipObserved(KEY, 1, true, 1, at(60)));

        assertThat(bench.said()).isEmpty();
        assertThat(bench.lastTask().order().generation()).isEqualTo(2);
    }

    @Test
    void opens_windows_of_different_keys_apart() {
        bench.tell(someones("p1"));
        bench.tell(someones("p2"));

        assertThat(bench.said())
                .allSatisfy(e -> assertThat(((WindowOpened) e).generation()).isEqualTo(1));
    }

    private static ActivationApproved someones(String principal) {
        return new ActivationApproved(
                new MembershipKey("acme", "admins", principal, Access.MEMBER),
                "a-" + principal,
                "e1",
                at(0),
                at(60),
                at(0),
                List.of(),
                null);
    }
}
