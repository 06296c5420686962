package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.ExampleCompany.ORDERING;
import static dev.ephor.request.testing.ExampleCompany.PAYING;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.RepeatedTest;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class AtOnceTest {
    private static final String ADMIN = "b4a1d5e0-1111-4111-8111-0000000000ad";
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private static void makeEligible(String person, String group) {
        as(ADMIN, "Ephor.Admin")
                .body(
                        """
                        {"action": "adminAssign", "accessId": "member", "principalId": "%s", "groupId": "%s",
                         "justification": "for both duties",
                         "scheduleInfo": {"expiration": {"type": "noExpiration"}}}"""
                                .formatted(person, group))
                .post("/v1.0/identityGovernance/privilegedAccess/group/eligibilityScheduleRequests")
                .then()
                .statusCode(201);
    }

    /** The status, and of a refusal why. */
    private static String outcome(CyclicBarrier together, String person, String group) {
        try {
            together.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        var answer = post(person, activate(person, group, "")).extract();
        return answer.statusCode() == 201 ? "given" : answer.path("error.message").toString();
    }

    /** Several times, because two calls seldom meet in the very same moment. */
    @RepeatedTest(8)
    void of_two_incompatible_groups_asked_for_in_the_same_moment_one_is_given() {
        // Given
        String person = someone();
        List<String> groups = List.of(ORDERING, PAYING);
        groups.forEach(group -> makeEligible(person, group));
        var together = new CyclicBarrier(groups.size());

        // When
        List<CompletableFuture<String>> calls =
                groups.stream()
                        .map(
                                group ->
                                        CompletableFuture.supplyAsync(
                                                () -> outcome(together, person, group), THREADS))
                        .toList();

        // Then
        assertThat(calls.stream().map(CompletableFuture::join))
                .containsOnlyOnce("given")
                .anyMatch(outcome -> outcome.contains("SeparationOfDutiesRule"));
    }
}
