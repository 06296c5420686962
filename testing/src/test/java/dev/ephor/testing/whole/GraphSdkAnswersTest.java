package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.ExpirationPatternType;
import com.microsoft.graph.models.ScheduleRequestActions;
import com.microsoft.graph.models.UnifiedRoleManagementPolicy;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyExpirationRule;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.kiota.PeriodAndDuration;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.world.Person;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Microsoft's Graph SDK makes of pages, refusals and policies of the whole platform. */
class GraphSdkAnswersTest {
    private static final OffsetDateTime MONTH = OffsetDateTime.now().plusDays(30);
    private static final String LENGTH = "Expiration_EndUser_Assignment";

    private final GraphClient admin = Walk.admin();

    private UnifiedRoleManagementPolicy policy() {
        return admin.graph()
                .policies()
                .roleManagementPolicyAssignments()
                .get(
                        c -> {
                            c.queryParameters.filter =
                                    "scopeId eq '%s' and scopeType eq 'Group' and roleDefinitionId eq 'member'"
                                            .formatted(SdkWorld.CHANGING.id());
                            c.queryParameters.expand = new String[] {"policy($expand=rules)"};
                        })
                .getValue()
                .getFirst()
                .getPolicy();
    }

    private static UnifiedRoleManagementPolicyExpirationRule length(
            UnifiedRoleManagementPolicy policy) {
        return policy.getRules().stream()
                .filter(rule -> rule.getId().equals(LENGTH))
                .map(UnifiedRoleManagementPolicyExpirationRule.class::cast)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void a_request_is_read_back_as_it_was_sent() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.STRICT);

        // When
        var read = holder.request(holder.activate(SdkWorld.STRICT, HOUR).getId());

        // Then
        assertThat(read.getTicketInfo().getTicketNumber()).isEqualTo("INC-20417");
        var expiration = read.getScheduleInfo().getExpiration();
        assertThat(expiration.getType()).isEqualTo(ExpirationPatternType.AfterDuration);
        assertThat(expiration.getDuration().getDuration()).isEqualTo(HOUR);
        assertThat(read.getCreatedBy().getUser().getId()).isEqualTo(holder.person().id());
    }

    @Test
    void lists_come_in_pages_whose_links_lead_through_the_same_address() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        holder.activate(SdkWorld.EASY, HOUR);
        Walk.awaitInstances(holder, 1);
        holder.giveBack(SdkWorld.EASY);
        var requests =
                holder.pim().assignmentScheduleRequests().filterByCurrentUserWithOn("principal");

        // When
        var first = requests.get(c -> c.queryParameters.top = 1);
        var second = requests.withUrl(first.getOdataNextLink()).get();

        // Then
        assertThat(first.getOdataNextLink()).startsWith(SharedPlatform.get().url() + "/v1.0/");
        assertThat(first.getValue()).hasSize(1);
        assertThat(second.getValue()).hasSize(1);
        assertThat(List.of(first.getValue().getFirst(), second.getValue().getFirst()))
                .extracting(request -> request.getAction())
                .containsExactly(
                        ScheduleRequestActions.SelfDeactivate, ScheduleRequestActions.SelfActivate);
        assertThat(second.getOdataNextLink()).isNull();
    }

    @Test
    void a_password_alone_is_challenged() {
        // Given
        Person person = Walk.holder(SdkWorld.EASY).person();
        var weak = GraphClient.of(SharedPlatform.get(), person, SignIn.PASSWORD);

        // When
        ODataError error = Walk.refused(() -> weak.activate(SdkWorld.EASY, HOUR));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(401);
        assertThat(error.getResponseHeaders().get("WWW-Authenticate").toString())
                .contains("insufficient_user_authentication");
    }

    @Test
    void a_window_that_the_policy_does_not_allow_names_the_rule() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);

        // When
        ODataError error = Walk.refused(() -> holder.activate(SdkWorld.EASY, Duration.ofHours(12)));

        // Then
        assertThat(error.getError().getCode())
                .isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
        assertThat(error.getError().getMessage()).contains("ExpirationRule");
    }

    @Test
    void refusals_are_told_by_graphs_own_codes() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        Person person = holder.person();
        Person stranger = new Person("stranger", SdkWorld.EASY.id(), "No", "Body", List.of());

        // When
        String back = Walk.code(() -> holder.giveBack(SdkWorld.EASY));
        String twice = Walk.code(() -> admin.makeEligible(person, SdkWorld.EASY, MONTH));
        String unknown = Walk.code(() -> admin.makeEligible(stranger, SdkWorld.EASY, MONTH));
        String byHolder = Walk.code(() -> holder.makeEligible(person, SdkWorld.STRICT, MONTH));

        // Then
        assertThat(back).isEqualTo("RoleAssignmentDoesNotExist");
        assertThat(twice).isEqualTo("RoleAssignmentExists");
        assertThat(unknown).isEqualTo("SubjectNotFound");
        assertThat(byHolder).isEqualTo("Authorization_RequestDenied");
    }

    @Test
    void a_rule_of_a_policy_is_read_and_changed() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.CHANGING);
        UnifiedRoleManagementPolicy policy = policy();
        var rule = length(policy);
        rule.setMaximumDuration(PeriodAndDuration.ofDuration(Duration.ofMinutes(30)));

        // When
        admin.graph()
                .policies()
                .roleManagementPolicies()
                .byUnifiedRoleManagementPolicyId(policy.getId())
                .rules()
                .byUnifiedRoleManagementPolicyRuleId(LENGTH)
                .patch(rule);

        // Then
        assertThat(policy.getRules()).hasSize(17);
        assertThat(length(policy()).getMaximumDuration().getDuration())
                .isEqualTo(Duration.ofMinutes(30));
        assertThat(Walk.code(() -> holder.activate(SdkWorld.CHANGING, HOUR)))
                .isEqualTo("RoleAssignmentRequestPolicyValidationFailed");
    }
}
