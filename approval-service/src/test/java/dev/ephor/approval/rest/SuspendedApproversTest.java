package dev.ephor.approval.rest;

import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.Policy;
import dev.ephor.events.ResponseEvent.ResponseBegun;
import dev.ephor.events.ResponseEvent.SuspensionEnded;
import dev.ephor.events.Scope;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** People whom no other test asks, so that nobody else is suspended by these. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SuspendedApproversTest {
    @Inject Surroundings surroundings;

    private final String one = UUID.randomUUID().toString();
    private final String other = UUID.randomUUID().toString();
    private final String response = UUID.randomUUID().toString();

    @Test
    void who_is_suspended_decides_nothing_until_somebody_resumes() {
        // Given
        var asking = asking(1);
        String stage = surroundings.ask(asking);

        // When
        surroundings.tell(suspended(one, null));

        // Then
        awaitCanDecide(asking, one, false);
        Api.approve(token(one), asking, stage)
                .statusCode(403)
                .body("error.code", equalTo("Authorization_RequestDenied"))
                .body("error.message", containsString("suspended"));
        assertThat(surroundings.about(asking)).hasSize(1);
        surroundings.tell(resumed());
        awaitCanDecide(asking, one, true);
        Api.approve(token(one), asking, stage).statusCode(204);
    }

    @Test
    void a_vote_does_not_hold_while_its_voter_is_suspended() {
        // Given
        var asking = asking(2);
        String stage = surroundings.ask(asking);
        Api.approve(token(one), asking, stage).statusCode(204);
        surroundings.tell(suspended(one, null));
        awaitAgreed(asking, List.of());

        // When
        Api.approve(token(other), asking, stage).statusCode(204);
        surroundings.tell(resumed());

        // Then
        var said = surroundings.await(asking, 4);
        assertThat(said.get(2).data()).isInstanceOf(ApprovalGiven.class);
        assertThat(said.get(3).data())
                .isInstanceOfSatisfying(
                        ActivationApproved.class,
                        approved ->
                                assertThat(approved.decisions())
                                        .extracting("approver")
                                        .containsExactly(one, other));
        Api.get(token(one), "/ephor/v1/approvals/" + asking.id())
                .body("status", equalTo("APPROVED"))
                .body("stages[0].decisions.by.id", equalTo(List.of(one, other)));
    }

    @Test
    void a_suspension_whose_end_has_passed_keeps_nobody_from_deciding() {
        // Given
        var asking = asking(1);
        String stage = surroundings.ask(asking);
        surroundings.tell(suspended(one, Instant.now().minusSeconds(1)));

        // When
        surroundings.tell(suspended(other, null));
        awaitCanDecide(asking, other, false);

        // Then
        Api.approve(token(one), asking, stage).statusCode(204);
    }

    private Asking asking(int quorum) {
        var approvers = Stream.of(one, other).map(Policy.Approver::user).toList();
        var panel = new Policy.Panel(null, approvers, quorum);
        return Asking.by(
                Asking.rules(Asking.stage(Duration.ofDays(1), null, false).with(List.of(panel))));
    }

    private void awaitCanDecide(Asking asking, String person, boolean can) {
        await().until(() -> seen(asking, person, "canDecide").equals(can));
    }

    private void awaitAgreed(Asking asking, List<String> people) {
        await().until(() -> seen(asking, other, "stages[0].panels[0].agreed.id").equals(people));
    }

    private static Object seen(Asking asking, String person, String path) {
        return Api.get(token(person), "/ephor/v1/approvals/" + asking.id()).extract().path(path);
    }

    private ResponseBegun suspended(String person, @Nullable Instant until) {
        Instant now = Instant.now();
        return new ResponseBegun(
                person.equals(one) ? response : UUID.randomUUID().toString(),
                Scope.principal(TestIssuer.TENANT, person),
                true,
                true,
                until,
                "edr",
                null,
                "edr",
                "stolen laptop",
                now,
                now);
    }

    private SuspensionEnded resumed() {
        return new SuspensionEnded(
                response,
                Scope.principal(TestIssuer.TENANT, one),
                Asking.ZOE,
                "a new laptop",
                Instant.now());
    }
}
