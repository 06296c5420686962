package dev.ephor.request.rest;

import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.identitygovernance.privilegedaccess.group.assignmentschedulerequests.AssignmentScheduleRequestsRequestBuilder;
import com.microsoft.graph.models.ExpirationPattern;
import com.microsoft.graph.models.ExpirationPatternType;
import com.microsoft.graph.models.PrivilegedAccessGroupAssignmentScheduleRequest;
import com.microsoft.graph.models.PrivilegedAccessGroupRelationships;
import com.microsoft.graph.models.RequestSchedule;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.models.TicketInfo;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.PeriodAndDuration;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Microsoft's own SDK as the client. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class GraphSdkTest {
    @TestHTTPResource("/v1.0")
    URI base;

    private AssignmentScheduleRequestsRequestBuilder requests(String token) {
        var tokens =
                new AccessTokenProvider() {
                    private final AllowedHostsValidator any = new AllowedHostsValidator();

                    @Override
                    public String getAuthorizationToken(URI uri, Map<String, Object> context) {
                        return token;
                    }

                    @Override
                    public AllowedHostsValidator getAllowedHostsValidator() {
                        return any;
                    }
                };
        var adapter =
                new BaseGraphRequestAdapter(
                        new BaseBearerTokenAuthenticationProvider(tokens), base.toString());
        return new GraphServiceClient(adapter)
                .identityGovernance()
                .privilegedAccess()
                .group()
                .assignmentScheduleRequests();
    }

    private static PrivilegedAccessGroupAssignmentScheduleRequest request(
            String principal, String group, ScheduleRequestActions action) {
        var request = new PrivilegedAccessGroupAssignmentScheduleRequest();
        request.setAction(action);
        request.setAccessId(PrivilegedAccessGroupRelationships.Member);
        request.setPrincipalId(principal);
        request.setGroupId(group);
        return request;
    }

    private static PrivilegedAccessGroupAssignmentScheduleRequest activation(
            String principal, String group) {
        var request = request(principal, group, ScheduleRequestActions.SelfActivate);
        request.setJustification("restart of billing workers");
        var expiration = new ExpirationPattern();
        expiration.setType(ExpirationPatternType.AfterDuration);
        expiration.setDuration(PeriodAndDuration.ofDuration(Duration.ofHours(2)));
        var schedule = new RequestSchedule();
        schedule.setStartDateTime(OffsetDateTime.now(java.time.ZoneOffset.UTC));
        schedule.setExpiration(expiration);
        request.setScheduleInfo(schedule);
        var ticket = new TicketInfo();
        ticket.setTicketNumber("INC-20417");
        ticket.setTicketSystem("Helpdesk");
        request.setTicketInfo(ticket);
        return request;
    }

    @Test
    void activates_and_reads_the_request_back() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.strongToken(me));

        // When
        var created = requests.post(activation(me, STRICT));
        var read =
                requests.byPrivilegedAccessGroupAssignmentScheduleRequestId(created.getId()).get();

        // Then
        assertThat(created.getStatus()).isEqualTo("PendingApproval");
        assertThat(created.getApprovalId()).isEqualTo(created.getId());
        assertThat(read.getId()).isEqualTo(created.getId());
        assertThat(read.getAction()).isEqualTo(ScheduleRequestActions.SelfActivate);
        assertThat(read.getAccessId()).isEqualTo(PrivilegedAccessGroupRelationships.Member);
        assertThat(read.getPrincipalId()).isEqualTo(me);
        assertThat(read.getGroupId()).isEqualTo(STRICT);
        assertThat(read.getTicketInfo().getTicketNumber()).isEqualTo("INC-20417");
        assertThat(read.getScheduleInfo().getExpiration().getType())
                .isEqualTo(ExpirationPatternType.AfterDuration);
        assertThat(read.getScheduleInfo().getExpiration().getDuration().getDuration())
                .isEqualTo(Duration.ofHours(2));
        assertThat(read.getScheduleInfo().getStartDateTime()).isNotNull();
        assertThat(read.getCreatedBy().getUser().getId()).isEqualTo(me);
        assertThat(read.getCreatedDateTime()).isNotNull();
        assertThat(read.getCompletedDateTime()).isNull();
    }

    @Test
    void lists_the_own_requests_and_follows_the_link() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.strongToken(me));
        String activated = requests.post(activation(me, LAX)).getId();
        String given =
                requests.post(request(me, LAX, ScheduleRequestActions.SelfDeactivate)).getId();

        // When
        var first = requests.get(c -> c.queryParameters.top = 1);
        var second = requests.withUrl(first.getOdataNextLink()).get();

        // Then
        assertThat(first.getValue()).extracting(r -> r.getId()).containsExactly(given);
        assertThat(second.getValue()).extracting(r -> r.getId()).containsExactly(activated);
        assertThat(second.getOdataNextLink()).isNull();
    }

    @Test
    void gives_back_what_is_held() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.strongToken(me));
        var activated = requests.post(activation(me, LAX));

        // When
        var given = requests.post(request(me, LAX, ScheduleRequestActions.SelfDeactivate));

        // Then
        assertThat(given.getStatus()).isEqualTo("Revoked");
        assertThat(given.getTargetScheduleId()).isEqualTo(activated.getTargetScheduleId());
    }

    @Test
    void validates_without_storing() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.strongToken(me));
        var rehearsal = activation(me, LAX);
        rehearsal.setIsValidationOnly(true);

        // When
        var answer = requests.post(rehearsal);

        // Then
        assertThat(answer.getIsValidationOnly()).isTrue();
        assertThat(requests.get().getValue()).isEmpty();
    }

    @Test
    void reads_the_failed_rules() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.strongToken(me));

        // When
        var error =
                catchThrowableOfType(
                        ODataError.class,
                        () ->
                                requests.post(
                                        request(me, STRICT, ScheduleRequestActions.SelfActivate)));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(400);
        assertThat(error.getError().getCode())
                .isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error.getError().getMessage())
                .isEqualTo(
                        "The following policy rules failed: [\"JustificationRule\",\"TicketingRule\"]");
        assertThat(error.getError().getDetails()).hasSize(2);
        assertThat(error.getError().getInnerError().getRequestId()).isNotBlank();
    }

    @Test
    void sees_the_challenge_of_a_weak_sign_in() {
        // Given
        String me = someone();
        var requests = requests(TestIssuer.token(me));

        // When
        var error =
                catchThrowableOfType(ODataError.class, () -> requests.post(activation(me, STRICT)));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(401);
        assertThat(error.getResponseHeaders().get("WWW-Authenticate"))
                .singleElement()
                .asString()
                .contains("insufficient_user_authentication");
    }
}
