package dev.ephor.approval.kafka;

import static dev.ephor.approval.Asking.TWO_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.approval.application.WakingApprovals;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Assurance;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class RequestsHeardTest {
    @Inject Surroundings surroundings;
    @Inject WakingApprovals approvals;

    @Test
    void approves_at_once_where_the_policy_asks_nobody() {
        // Given
        var asking = Asking.freely();

        // When
        String cause = surroundings.say(asking.requested());

        // Then
        var event = surroundings.await(asking, 1).getFirst();
        assertThat(event.source()).isEqualTo("/ephor/approval-service");
        assertThat(event.correlationId()).isEqualTo(asking.id());
        assertThat(event.causationId()).isEqualTo(cause);
        assertThat(event.traceparent()).isEqualTo(Surroundings.TRACE);
        assertThat(event.data())
                .isInstanceOfSatisfying(
                        ActivationApproved.class,
                        approved -> {
                            assertThat(approved.key()).isEqualTo(asking.key());
                            assertThat(approved.decisions()).isEmpty();
                            assertThat(approved.start()).isEqualTo(approved.approvedAt());
                            assertThat(approved.end()).isEqualTo(approved.start().plus(TWO_HOURS));
                        });
    }

    @Test
    void asks_the_approvers_where_the_policy_says_so() {
        // Given
        var asking = Asking.approvers();

        // When
        surroundings.say(asking.requested());

        // Then
        assertThat(surroundings.await(asking, 1).getFirst().data())
                .isInstanceOfSatisfying(
                        ApprovalOpened.class,
                        opened -> {
                            assertThat(opened.approvers()).containsExactly(Asking.ARNO, Asking.BEA);
                            assertThat(opened.lapsesAt())
                                    .isEqualTo(opened.openedAt().plus(Duration.ofDays(1)));
                        });
    }

    @Test
    void a_request_that_is_heard_again_is_answered_once() {
        // Given
        var free = Asking.freely();
        var asked = Asking.approvers();

        // When
        Stream.of(free, asked, free, asked, free)
                .forEach(asking -> surroundings.say(asking.requested()));

        // Then
        awaitEverythingSaidSoFar();
        assertThat(surroundings.about(free)).hasSize(1);
        assertThat(surroundings.about(asked)).hasSize(1);
    }

    @Test
    void a_refused_request_is_none() {
        // Given
        var asking = Asking.freely();
        var assurance = new Assurance(null, List.of(), List.of(), null);

        // When
        surroundings.say(
                new ActivationRefused(
                        asking.key(),
                        asking.id(),
                        RequestAction.SELF_ACTIVATE,
                        Asking.DANA,
                        assurance,
                        null,
                        null,
                        Instant.now(),
                        List.of(),
                        List.of()));

        // Then
        awaitEverythingSaidSoFar();
        assertThat(surroundings.about(asking)).isEmpty();
    }

    @Test
    void what_is_taken_back_before_it_is_heard_is_never_approved() {
        // Given
        var asking = Asking.freely();

        // When
        surroundings.say(asking.takenBack());
        surroundings.say(asking.requested());

        // Then
        awaitEverythingSaidSoFar();
        assertThat(surroundings.about(asking)).isEmpty();
    }

    @Test
    void a_burst_is_answered_completely_and_once() {
        // Given
        var burst = Stream.generate(Asking::freely).limit(300).toList();

        // When
        burst.forEach(asking -> surroundings.say(asking.requested()));

        // Then
        burst.forEach(asking -> surroundings.await(asking, 1));
        awaitEverythingSaidSoFar();
        assertThat(burst).allSatisfy(a -> assertThat(surroundings.about(a)).hasSize(1));
    }

    @Test
    void what_is_withdrawn_is_decided_no_more() {
        // Given
        var asking = Asking.approvers();
        surroundings.ask(asking);

        // When
        surroundings.say(
                new ActivationCanceled(
                        asking.key(), asking.id(), Asking.DANA, "not needed", Instant.now()));

        // Then
        awaitEverythingSaidSoFar();
        assertThat(surroundings.about(asking)).hasSize(1);
        assertThat(approvals.due(Instant.now().plus(Duration.ofDays(2))))
                .doesNotContain(asking.id());
    }

    @Test
    void the_members_of_a_group_are_asked_and_the_disabled_are_not() {
        // Given
        String group = UUID.randomUUID().toString();
        String gone = UUID.randomUUID().toString();
        surroundings.define(
                new ApproverGroupDefined(
                        TestIssuer.TENANT, group, "Security", List.of(Asking.BEA, gone)),
                new PrincipalSeen(
                        TestIssuer.TENANT,
                        gone,
                        null,
                        "Gone",
                        null,
                        null,
                        null,
                        null,
                        true,
                        Map.of(),
                        List.of()));
        var panel = new Policy.Panel("Security", List.of(Policy.Approver.group(group)), 1);
        var stage = Asking.stage(Duration.ofDays(1), null, false).with(List.of(panel));
        var asking = Asking.by(Asking.rules(stage));

        // When
        surroundings.ask(asking);

        // Then
        assertThat(((ApprovalOpened) surroundings.about(asking).getFirst().data()).approvers())
                .containsExactly(Asking.BEA);
    }

    @Test
    void what_nobody_could_approve_ends_at_once() {
        // Given
        var nobody = new Policy.Panel(null, List.of(Policy.Approver.group("unknown")), 1);
        var stage = Asking.stage(Duration.ofDays(1), null, false).with(List.of(nobody));
        var asking = Asking.by(Asking.rules(stage));

        // When
        surroundings.say(asking.requested());

        // Then
        assertThat(surroundings.await(asking, 2).get(1).data()).isInstanceOf(ApprovalLapsed.class);
    }

    /** One more request for each partition, whose answers come after those to everything before. */
    private void awaitEverythingSaidSoFar() {
        var markers = Stream.generate(Asking::freely).limit(40).toList();
        markers.forEach(marker -> surroundings.say(marker.requested()));
        markers.forEach(marker -> surroundings.await(marker, 1));
    }
}
