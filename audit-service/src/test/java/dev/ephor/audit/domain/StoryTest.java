package dev.ephor.audit.domain;

import static dev.ephor.audit.domain.Milestone.ACTIVE;
import static dev.ephor.audit.domain.Milestone.APPROVAL_OPENED;
import static dev.ephor.audit.domain.Milestone.APPROVED;
import static dev.ephor.audit.domain.Milestone.CLOSED;
import static dev.ephor.audit.domain.Milestone.ENDED;
import static dev.ephor.audit.domain.Milestone.GRANTED;
import static dev.ephor.audit.domain.Milestone.REMOVED;
import static dev.ephor.audit.domain.Milestone.REQUESTED;
import static dev.ephor.audit.domain.Milestone.WINDOW_OPENED;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Assurance;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.Policy;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.RequestEvent.Violation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryTest {
    private static final MembershipKey KEY = new MembershipKey("t", "g", "p", Access.MEMBER);
    private static final String ID = "a-1";
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Assurance ASSURANCE = new Assurance(null, List.of(), List.of(), null);

    private static final Event OPENED =
            new ApprovalOpened(
                    KEY, ID, "s", 1, List.of("b"), NOW, NOW.plusSeconds(60), null, null, null);
    private static final Event APPROVAL =
            new ActivationApproved(KEY, ID, "e", NOW, NOW.plusSeconds(60), NOW, List.of(), null);
    private static final Event WINDOW = new WindowOpened(KEY, ID, 1, NOW, NOW.plusSeconds(60));
    private static final Event GRANT = new ActivationGranted(KEY, ID, 1, NOW.plusSeconds(60), NOW);
    private static final Event ACTIVATED = new ActivationActive(KEY, ID, NOW);
    private static final Event REMOVAL = new MembershipRemoved(KEY, ID, 2, NOW, NOW);
    private static final Event END = new ActivationEnded(KEY, ID, NOW);

    private static Event requested(Policy.Stage... stages) {
        var policy =
                Policy.upTo(Duration.ofHours(8))
                        .usually(Duration.ofHours(1))
                        .stages(List.of(stages))
                        .build();
        return new ActivationRequested(
                KEY,
                ID,
                RequestAction.SELF_ACTIVATE,
                KEY.principal(),
                "e",
                null,
                ASSURANCE,
                null,
                null,
                NOW,
                null,
                Duration.ofHours(1),
                null,
                policy);
    }

    private static Policy.Stage stage() {
        return Policy.Stage.anyOf(List.of("b"), Duration.ofHours(1), null, false);
    }

    private static Event expired(boolean membershipEnds) {
        return new ActivationExpired(KEY, ID, 2, NOW, NOW, membershipEnds);
    }

    private static Decision decision() {
        return new Decision("s", "b", ASSURANCE, null, null);
    }

    @Test
    void is_complete_from_the_request_to_the_confirmed_end() {
        // When
        Story story =
                Story.of(
                        List.of(
                                requested(stage()),
                                OPENED,
                                APPROVAL,
                                WINDOW,
                                new MembershipObserved(KEY, 1, true, 1, NOW),
                                GRANT,
                                ACTIVATED,
                                new DeactivationRequested(KEY, ID, "r", "p", null, NOW),
                                new ActivationDeactivated(KEY, ID, 2, "p", NOW, true),
                                REMOVAL,
                                END));

        // Then
        assertThat(story.isComplete()).isTrue();
        assertThat(story.missing()).isEmpty();
        assertThat(story.skipped()).isEmpty();
        assertThat(story.reached())
                .containsExactly(
                        REQUESTED,
                        APPROVAL_OPENED,
                        Milestone.GIVEN_UP,
                        APPROVED,
                        WINDOW_OPENED,
                        GRANTED,
                        ACTIVE,
                        CLOSED,
                        REMOVED,
                        ENDED);
    }

    @Test
    void needs_no_opened_approval_where_the_policy_asks_nobody() {
        // Then
        assertThat(
                        Story.of(
                                        List.of(
                                                requested(),
                                                APPROVAL,
                                                WINDOW,
                                                GRANT,
                                                ACTIVATED,
                                                expired(true),
                                                REMOVAL,
                                                END))
                                .isComplete())
                .isTrue();
    }

    @Test
    void needs_no_removal_where_another_grant_keeps_the_membership() {
        // Then
        assertThat(
                        Story.of(
                                        List.of(
                                                requested(),
                                                APPROVAL,
                                                WINDOW,
                                                GRANT,
                                                ACTIVATED,
                                                expired(false),
                                                END))
                                .isComplete())
                .isTrue();
    }

    @Test
    void ends_where_it_is_given_up_before_anybody_approved() {
        // Given
        Event canceled = new ActivationCanceled(KEY, ID, "p", null, NOW);
        Event revoked = new RevocationRequested(KEY, ID, "r", "root", "over", NOW);

        // Then
        assertThat(Story.of(List.of(requested(stage()), OPENED, canceled)).isComplete()).isTrue();
        assertThat(Story.of(List.of(requested(stage()), OPENED, revoked)).isComplete()).isTrue();
        assertThat(Story.of(List.of(requested(stage()), canceled)).missing())
                .containsExactly(Milestone.APPROVAL_OPENED);
    }

    @Test
    void goes_on_where_it_is_given_up_after_an_approval() {
        // Given
        Event canceled = new ActivationCanceled(KEY, ID, "p", null, NOW);

        // Then
        assertThat(Story.of(List.of(requested(), APPROVAL, canceled)).missing())
                .contains(Milestone.CLOSED, Milestone.ENDED);
    }

    @Test
    void ends_with_a_refusal_a_denial_or_silence() {
        // Given
        var reason = List.of(new Violation("ExpirationRule", "too long"));
        Event refused =
                new ActivationRefused(
                        KEY,
                        ID,
                        RequestAction.SELF_ACTIVATE,
                        "p",
                        ASSURANCE,
                        null,
                        null,
                        NOW,
                        reason,
                        List.of());
        Event denied = new ActivationDenied(KEY, ID, NOW, decision());
        Event lapsed = new ApprovalLapsed(KEY, ID, "s", NOW);

        // Then
        assertThat(Story.of(List.of(refused)).isComplete()).isTrue();
        assertThat(Story.of(List.of(requested(stage()), OPENED, denied)).isComplete()).isTrue();
        assertThat(Story.of(List.of(requested(stage()), OPENED, lapsed)).isComplete()).isTrue();
        assertThat(Story.of(List.of(OPENED, denied)).missing()).containsExactly(REQUESTED);
        assertThat(Story.of(List.of(requested(stage()), denied)).missing())
                .containsExactly(APPROVAL_OPENED);
    }

    @Test
    void tells_what_a_running_activation_has_before_it() {
        // When
        Story story = Story.of(List.of(requested(), APPROVAL, WINDOW, GRANT, ACTIVATED));

        // Then
        assertThat(story.isComplete()).isFalse();
        assertThat(story.missing()).containsExactly(CLOSED, REMOVED, ENDED);
    }

    @Test
    void names_each_step_that_got_lost() {
        // Given
        List<Event> whole =
                List.of(
                        requested(stage()),
                        OPENED,
                        APPROVAL,
                        WINDOW,
                        GRANT,
                        ACTIVATED,
                        expired(true),
                        REMOVAL,
                        END);

        for (Event lost : whole) {
            var rest = new ArrayList<>(whole);
            rest.remove(lost);

            // When
            Story story = Story.of(rest);

            // Then
            var named = new ArrayList<>(story.missing());
            named.addAll(story.skipped());
            assertThat(named).containsExactly(Milestone.of(lost).orElseThrow());
        }
    }

    @Test
    void says_which_steps_a_close_came_before() {
        // When
        Story story =
                Story.of(
                        List.of(
                                requested(),
                                APPROVAL,
                                WINDOW,
                                new ActivationRevoked(KEY, ID, 2, "ephor", "why", NOW, true),
                                REMOVAL,
                                END));

        // Then
        assertThat(story.isComplete()).isTrue();
        assertThat(story.skipped()).containsExactly(GRANTED, ACTIVE);
    }

    @Test
    void is_not_complete_while_the_removal_is_not_confirmed() {
        // Then
        assertThat(
                        Story.of(
                                        List.of(
                                                requested(),
                                                APPROVAL,
                                                WINDOW,
                                                GRANT,
                                                ACTIVATED,
                                                expired(true)))
                                .missing())
                .containsExactly(REMOVED, ENDED);
    }

    @Test
    void is_no_story_without_a_step() {
        // Then
        assertThat(Story.of(List.of()).isComplete()).isFalse();
    }
}
