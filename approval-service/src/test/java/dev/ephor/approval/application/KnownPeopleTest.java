package dev.ephor.approval.application;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.CatalogEvent.ApproverGroupDefined;
import dev.ephor.events.CatalogEvent.PrincipalRemoved;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class KnownPeopleTest {
    @Inject Surroundings surroundings;
    @Inject HearingRequests hearing;

    private static Asking asking(Approver... approvers) {
        var panel = new Policy.Panel(null, List.of(approvers), 1);
        var stage =
                new Policy.Stage(
                        List.of(panel), List.of(), null, null, Duration.ofDays(1), null, false);
        return Asking.by(Asking.rules(stage));
    }

    private ApprovalOpened opened(Asking asking) {
        return (ApprovalOpened) surroundings.await(asking, 1).getFirst().data();
    }

    @Test
    void a_group_that_arrives_after_the_first_request_for_it_is_asked() throws Exception {
        // Given
        String group = UUID.randomUUID().toString();
        var asking = asking(new Approver(Approver.Kind.GROUP, group));
        var request = Surroundings.envelope(asking.requested());
        Thread heard = Thread.ofPlatform().start(() -> hearing.hear(List.of(request)));
        await().until(
                        () ->
                                heard.getState() == Thread.State.TIMED_WAITING
                                        || heard.getState() == Thread.State.TERMINATED);

        // When
        surroundings.define(
                new ApproverGroupDefined(TestIssuer.TENANT, group, "Duty", List.of(Asking.BEA)));
        heard.join();

        // Then
        assertThat(opened(asking).approvers()).containsExactly(Asking.BEA);
        assertThat(surroundings.about(asking)).hasSize(1);
    }

    @Test
    void who_was_removed_is_not_asked() {
        // Given
        String gone = UUID.randomUUID().toString();
        surroundings.define(new PrincipalRemoved(TestIssuer.TENANT, gone));
        var asking =
                asking(
                        new Approver(Approver.Kind.USER, gone),
                        new Approver(Approver.Kind.USER, Asking.BEA));

        // When
        surroundings.say(asking.requested());

        // Then
        assertThat(opened(asking).approvers()).containsExactly(Asking.BEA);
    }
}
