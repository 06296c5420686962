package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.DANA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.identitygovernance.privilegedaccess.group.assignmentapprovals.AssignmentApprovalsRequestBuilder;
import com.microsoft.graph.models.ApprovalStage;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The API as Microsoft's own client sees it. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class GraphSdkTest {
    @Inject Surroundings surroundings;

    @TestHTTPResource("/v1.0")
    URI root;

    private final Asking asking = Asking.strictApprovers();

    @Test
    void an_approver_reads_and_approves() {
        // Given
        surroundings.ask(asking);
        var arno = approvals(TestIssuer.strongToken(ARNO)).byApprovalId(asking.id());
        var waiting = arno.get().getStages().getFirst();
        assertThat(waiting.getAssignedToMe()).isTrue();
        assertThat(waiting.getStatus()).isEqualTo("InProgress");

        // When
        arno.stages().byApprovalStageId(waiting.getId()).patch(approve("on call this week"));

        // Then
        var stage = arno.stages().get().getValue().getFirst();
        assertThat(stage.getStatus()).isEqualTo("Completed");
        assertThat(stage.getReviewResult()).isEqualTo("Approve");
        assertThat(stage.getReviewedBy().getId()).isEqualTo(ARNO);
        assertThat(stage.getReviewedDateTime()).isNotNull();
        assertThat(stage.getJustification()).isEqualTo("on call this week");
        assertThat(surroundings.await(asking, 2).get(1).data())
                .isInstanceOf(ActivationApproved.class);
    }

    @Test
    void an_approver_finds_what_waits_for_them() {
        // Given
        surroundings.ask(asking);
        var inbox = approvals(TestIssuer.token(ARNO)).filterByCurrentUserWithOn("approver");

        // When
        var found = inbox.get(call -> call.queryParameters.filter = "id eq '" + asking.id() + "'");

        // Then
        assertThat(found.getValue()).hasSize(1);
        assertThat(found.getValue().getFirst().getStages().getFirst().getAssignedToMe()).isTrue();
    }

    @Test
    void errors_are_told_in_graphs_words() {
        // Given
        String stage = surroundings.ask(asking);

        // Then
        assertRefused(TestIssuer.strongToken(DANA), stage, 403, "Authorization_RequestDenied");
        assertRefused(TestIssuer.token(ARNO), stage, 401, "InsufficientUserAuthentication");
        assertRefused(TestIssuer.strongToken(ARNO), "another", 404, "ResourceNotFound");
    }

    private void assertRefused(String token, String stage, int status, String code) {
        var builder = approvals(token).byApprovalId(asking.id()).stages().byApprovalStageId(stage);
        assertThatThrownBy(() -> builder.patch(approve("because")))
                .isInstanceOfSatisfying(
                        ODataError.class,
                        error -> {
                            assertThat(error.getResponseStatusCode()).isEqualTo(status);
                            assertThat(error.getError().getCode()).isEqualTo(code);
                            assertThat(error.getError().getInnerError().getRequestId())
                                    .isNotBlank();
                        });
    }

    private static ApprovalStage approve(String why) {
        var stage = new ApprovalStage();
        stage.setReviewResult("Approve");
        stage.setJustification(why);
        return stage;
    }

    private AssignmentApprovalsRequestBuilder approvals(String token) {
        var tokens =
                new AccessTokenProvider() {
                    @Override
                    public String getAuthorizationToken(URI uri, Map<String, Object> context) {
                        return token;
                    }

                    @Override
                    public AllowedHostsValidator getAllowedHostsValidator() {
                        return new AllowedHostsValidator();
                    }
                };
        var adapter =
                new BaseGraphRequestAdapter(
                        new BaseBearerTokenAuthenticationProvider(tokens), root.toString());
        return new GraphServiceClient(adapter)
                .identityGovernance()
                .privilegedAccess()
                .group()
                .assignmentApprovals();
    }
}
