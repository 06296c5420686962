package dev.ephor.request.domain;

import static dev.ephor.request.domain.ActivationDeciderTest.requested;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ActivationTest {
    private static final List<String> TARGETS = List.of("app1", "app2");
    private static final Activation NEW = Activation.of(requested(good()));
    private static final Event GIVEN_BACK =
            new DeactivationRequested(NEW.key(), "r1", "rd", "user-a", "done", Heard.second(9));

    private static Activation after(Event... events) {
        return after(List.of(events));
    }

    private static Activation after(List<Event> events) {
        Activation activation = NEW;
        for (Event event : events) {
            activation = activation.hear(event, NOW.plusSeconds(3));
        }
        return activation;
    }

    private static void assertStands(Activation activation, State state, RequestStatus status) {
        assertThat(activation.state()).isEqualTo(state);
        assertThat(activation.status()).isEqualTo(status);
    }

    @Test
    void waits_for_its_approval_where_the_policy_asks_for_one() {
        assertStands(NEW, State.PENDING_APPROVAL, RequestStatus.PENDING_APPROVAL);
        assertThat(NEW.approvers()).containsExactly("user-b");
        assertThat(NEW.completedAt()).isEmpty();
    }

    @Test
    void backups_are_approvers_once_it_was_escalated_to_them() {
        // Given
        var escalated =
                new ApprovalEscalated(
                        NEW.key(), NEW.id(), "s1", List.of("backup"), Heard.second(3), null);
        // When
        Activation activation = NEW.hear(escalated, Heard.second(3));
        // Then
        assertThat(activation.approvers()).containsExactly("backup", "user-b");
    }

    @Test
    void waits_for_provisioning_where_nobody_is_asked() {
        var lax = Activation.of(requested(good().under(Example.LAX)));
        assertStands(lax, State.REQUESTED, RequestStatus.PENDING_PROVISIONING);
        assertThat(lax.approvers()).isEmpty();
    }

    @Test
    void is_pending_at_the_directory_and_then_at_the_targets() {
        // When
        var approved = after(Heard.opened(), Heard.approved());
        var opened = after(Heard.approved(), Heard.windowOpened());
        var granted = after(Heard.approved(), Heard.windowOpened(), Heard.granted());
        var confirmed = granted.hear(Heard.confirmed("app1"), NOW);

        // Then
        assertStands(approved, State.APPROVED, RequestStatus.PENDING_PROVISIONING);
        assertThat(approved.window()).isEqualTo(new Window(Heard.second(2), Heard.END));
        assertStands(opened, State.GRANTING, RequestStatus.PENDING_PROVISIONING);
        assertThat(opened.pendingAt(TARGETS)).containsExactly("directory");
        assertStands(granted, State.PROVISIONING, RequestStatus.PENDING_PROVISIONING);
        assertThat(granted.pendingAt(TARGETS)).containsExactly("app1", "app2");
        assertThat(confirmed.pendingAt(TARGETS)).containsExactly("app2");
    }

    @Test
    void is_scheduled_when_approved_for_later() {
        var later = after(Heard.approvedFor(NOW.plusSeconds(3600), NOW.plusSeconds(7200)));
        assertStands(later, State.APPROVED, RequestStatus.SCHEDULE_CREATED);
    }

    @Test
    void is_provisioned_when_active() {
        var active = after(Heard.approved(), Heard.windowOpened(), Heard.granted(), Heard.active());
        assertStands(active, State.ACTIVE, RequestStatus.PROVISIONED);
        assertThat(active.completedAt()).contains(Heard.granted().confirmedAt());
        assertThat(active.pendingAt(TARGETS)).isEmpty();
    }

    @Test
    void stays_provisioned_when_its_window_has_expired() {
        // When
        var closed = after(Heard.windowOpened(), Heard.granted(), Heard.active(), Heard.expired());
        var half = closed.hear(Heard.withdrawn("app1"), NOW);
        var ended = half.hear(Heard.removed(), NOW).hear(Heard.ended(), NOW);

        // Then
        assertStands(closed, State.WITHDRAWING, RequestStatus.PROVISIONED);
        assertThat(closed.pendingAt(TARGETS)).containsExactly("directory", "app1", "app2");
        assertThat(half.pendingAt(TARGETS)).containsExactly("directory", "app2");
        assertThat(half.hear(Heard.removed(), NOW).pendingAt(TARGETS)).containsExactly("app2");
        assertStands(ended, State.ENDED, RequestStatus.PROVISIONED);
        assertThat(ended.pendingAt(TARGETS)).isEmpty();
    }

    @Test
    void has_failed_when_its_window_passed_before_the_access_was_there() {
        var missed = after(Heard.approved(), Heard.windowOpened(), Heard.expired());
        assertStands(missed, State.WITHDRAWING, RequestStatus.FAILED);
    }

    @Test
    void is_revoked_when_given_back_or_taken_away_after_it_began() {
        assertStands(
                after(Heard.windowOpened(), Heard.active(), GIVEN_BACK),
                State.WITHDRAWING,
                RequestStatus.REVOKED);
        assertStands(
                after(Heard.windowOpened(), Heard.revoked(), Heard.ended()),
                State.ENDED,
                RequestStatus.REVOKED);
        assertStands(
                after(Heard.windowOpened(), Heard.deactivated()),
                State.WITHDRAWING,
                RequestStatus.REVOKED);
    }

    @Test
    void is_canceled_when_given_back_or_taken_away_before_it_began() {
        assertStands(after(GIVEN_BACK), State.CANCELED, RequestStatus.CANCELED);
        assertStands(
                after(Heard.approved(), Heard.revoked(), Heard.ended()),
                State.CANCELED,
                RequestStatus.CANCELED);
        assertThat(after(GIVEN_BACK).completedAt()).contains(Heard.second(9));
    }

    @Test
    void is_denied_or_lapsed_for_good() {
        assertStands(after(Heard.denied()), State.DENIED, RequestStatus.DENIED);
        assertStands(after(Heard.lapsed()), State.LAPSED, RequestStatus.FAILED);
        assertThat(after(Heard.denied()).completedAt()).contains(Heard.second(2));
    }

    @Test
    void is_stuck_where_a_place_does_not_do_what_is_wanted_until_it_does() {
        // When
        var stuck = after(Heard.windowOpened(), Heard.directoryStuck(), Heard.stuck("app1"));
        var granted = stuck.hear(Heard.granted(), NOW);
        var confirmed = granted.hear(Heard.confirmed("app1"), NOW);

        // Then
        assertThat(stuck.stuckAt()).containsExactly("directory", "app1");
        assertThat(granted.stuckAt()).containsExactly("app1");
        assertThat(confirmed.stuckAt()).isEmpty();
    }

    @Test
    void keeps_the_newest_try_of_a_place() {
        // Given
        var retried = NEW.hear(Heard.retried("app1"), Heard.second(5));

        // When
        var again = retried.hear(Heard.retried("app1"), Heard.second(8));

        // Then
        assertThat(again.progress().at(Stage.RETRIED)).contains(Heard.second(8));
        assertThat(again.hear(Heard.retried("app1"), Heard.second(5))).isEqualTo(again);
    }

    @Test
    void keeps_the_first_time_of_what_is_said_twice() {
        var twice =
                after(Heard.active())
                        .hear(
                                new dev.ephor.events.ProvisioningEvent.ActivationActive(
                                        NEW.key(), "r1", Heard.second(99)),
                                NOW);
        assertThat(twice).isEqualTo(after(Heard.active()));
    }

    @Test
    void comes_out_the_same_in_whatever_order_it_is_heard() {
        // Given
        List<Event> way =
                List.of(
                        Heard.opened(),
                        Heard.approved(),
                        Heard.windowOpened(),
                        Heard.directoryStuck(),
                        Heard.granted(),
                        Heard.retried("app1"),
                        Heard.stuck("app1"),
                        Heard.confirmed("app1"),
                        Heard.active(),
                        GIVEN_BACK,
                        Heard.deactivated(),
                        Heard.removed(),
                        Heard.withdrawn("app1"),
                        Heard.ended());
        var inOrder = after(way);
        var random = new Random(42);

        for (int i = 0; i < 500; i++) {
            // When
            var shuffled = new ArrayList<>(way);
            Collections.shuffle(shuffled, random);
            shuffled.add(way.get(random.nextInt(way.size())));

            // Then
            assertThat(after(shuffled)).isEqualTo(inOrder);
        }
        assertStands(inOrder, State.ENDED, RequestStatus.REVOKED);
    }

    @Test
    void a_late_earlier_stage_does_not_turn_it_back() {
        var active = after(Heard.active(), Heard.approved(), Heard.opened(), Heard.windowOpened());
        assertStands(active, State.ACTIVE, RequestStatus.PROVISIONED);
    }

    @Test
    void learns_nothing_from_an_event_that_is_not_about_its_way() {
        var unrelated =
                new dev.ephor.events.EligibilityEvent.EligibilityAssigned(
                        NEW.key(), "e1", NOW, null, null, "ephor", null);
        assertThat(after(unrelated)).isEqualTo(NEW);
    }
}
