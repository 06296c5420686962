package dev.ephor.request.rest;

import static dev.ephor.request.testing.ExampleCompany.CHANGING;
import static dev.ephor.request.testing.ExampleCompany.OWNER;
import static dev.ephor.request.testing.ExampleCompany.RULED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.microsoft.graph.core.requests.BaseGraphRequestAdapter;
import com.microsoft.graph.models.ApprovalSettings;
import com.microsoft.graph.models.GroupMembers;
import com.microsoft.graph.models.RequestorManager;
import com.microsoft.graph.models.SingleUser;
import com.microsoft.graph.models.UnifiedApprovalStage;
import com.microsoft.graph.models.UnifiedRoleManagementPolicy;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyApprovalRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyEnablementRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyExpirationRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyRule;
import com.microsoft.graph.models.odataerrors.ODataError;
import com.microsoft.graph.policies.PoliciesRequestBuilder;
import com.microsoft.graph.serviceclient.GraphServiceClient;
import com.microsoft.kiota.PeriodAndDuration;
import com.microsoft.kiota.authentication.AccessTokenProvider;
import com.microsoft.kiota.authentication.AllowedHostsValidator;
import com.microsoft.kiota.authentication.BaseBearerTokenAuthenticationProvider;
import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.events.Policy;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.application.FindPolicies;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Microsoft's own SDK reads policies and writes them back. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class PolicySdkTest {
    @TestHTTPResource("/v1.0")
    URI base;

    @Inject FindPolicies policies;
    @Inject UserTransaction transaction;
    @Inject Said said;

    private PoliciesRequestBuilder graph() {
        String token = TestIssuer.strongToken(OWNER);
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
        return new GraphServiceClient(
                        new BaseGraphRequestAdapter(
                                new BaseBearerTokenAuthenticationProvider(tokens), base.toString()))
                .policies();
    }

    private UnifiedRoleManagementPolicy read(String group) {
        return graph().roleManagementPolicyAssignments()
                .get(
                        c -> {
                            c.queryParameters.filter =
                                    "scopeId eq '%s' and scopeType eq 'Group' and roleDefinitionId eq 'member'"
                                            .formatted(group);
                            c.queryParameters.expand = new String[] {"policy($expand=rules)"};
                        })
                .getValue()
                .getFirst()
                .getPolicy();
    }

    private <R extends UnifiedRoleManagementPolicyRule> R rule(
            String group, String id, Class<R> kind) {
        return read(group).getRules().stream()
                .filter(rule -> rule.getId().equals(id))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private void patch(String group, UnifiedRoleManagementPolicyRule rule) {
        graph().roleManagementPolicies()
                .byUnifiedRoleManagementPolicyId(read(group).getId())
                .rules()
                .byUnifiedRoleManagementPolicyRuleId(rule.getId())
                .patch(rule);
    }

    private PolicyDefined standing(String group) {
        try {
            transaction.begin();
            return policies.policy(TestIssuer.TENANT, group, Access.MEMBER).orElseThrow().policy();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            try {
                transaction.rollback();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @Test
    void lists_the_policies_of_a_group_with_their_rules() {
        // When
        var found =
                graph().roleManagementPolicies()
                        .get(
                                c -> {
                                    c.queryParameters.filter =
                                            "scopeId eq '%s' and scopeType eq 'group'"
                                                    .formatted(RULED);
                                    c.queryParameters.expand = new String[] {"rules"};
                                })
                        .getValue();

        // Then
        assertThat(found).hasSize(1);
        assertThat(found.getFirst().getRules()).hasSize(17).doesNotContainNull();
        assertThat(found.getFirst().getScopeId()).isEqualTo(RULED);
    }

    @Test
    void what_is_read_and_written_back_changes_nothing() {
        // Given
        PolicyDefined before = standing(RULED);
        long position = said.position();
        UnifiedRoleManagementPolicy read = read(RULED);

        // When
        graph().roleManagementPolicies().byUnifiedRoleManagementPolicyId(read.getId()).patch(read);
        for (UnifiedRoleManagementPolicyRule rule : read(RULED).getRules()) {
            patch(RULED, rule);
        }

        // Then
        assertThat(standing(RULED)).isEqualTo(before);
        assertThat(said.since(position)).isEmpty();
    }

    /** Members are set one by one, as a program does that copies a policy. */
    @Test
    void what_is_copied_member_by_member_and_written_changes_nothing() {
        // Given
        PolicyDefined before = standing(RULED);
        long position = said.position();
        UnifiedRoleManagementPolicy read = read(RULED);
        read.getRules().forEach(Copying::touch);
        var copy = new UnifiedRoleManagementPolicy();
        copy.setRules(read.getRules());

        // When
        graph().roleManagementPolicies().byUnifiedRoleManagementPolicyId(read.getId()).patch(copy);

        // Then
        assertThat(standing(RULED)).isEqualTo(before);
        assertThat(said.since(position)).isEmpty();
    }

    @Test
    void changes_how_long_an_activation_may_be_and_says_that_it_is_weaker() {
        // Given
        PolicyDefined before = standing(CHANGING);
        var rule =
                rule(
                        CHANGING,
                        "Expiration_EndUser_Assignment",
                        UnifiedRoleManagementPolicyExpirationRule.class);
        rule.setMaximumDuration(
                PeriodAndDuration.ofDuration(
                        before.policy().maximumDuration().plus(Duration.ofHours(1))));
        long position = said.position();

        // When
        patch(CHANGING, rule);

        // Then
        Duration wanted = before.policy().maximumDuration().plusHours(1);
        assertThat(standing(CHANGING).policy())
                .isEqualTo(before.policy().change().maximum(wanted).build());
        assertThat(said.since(position))
                .hasSize(2)
                .last()
                .isInstanceOfSatisfying(
                        PolicyWeakened.class,
                        weakened -> {
                            assertThat(weakened.changedBy()).isEqualTo(OWNER);
                            assertThat(weakened.weaknesses()).hasSize(1);
                        });
    }

    @Test
    void asks_for_what_was_not_asked_and_no_more_for_the_rest() {
        // Given
        var rule =
                rule(
                        CHANGING,
                        "Enablement_EndUser_Assignment",
                        UnifiedRoleManagementPolicyEnablementRule.class);
        rule.setEnabledRules(List.of("multiFactorAuthentication", "Ticketing"));

        // When
        patch(CHANGING, rule);

        // Then
        Policy changed = standing(CHANGING).policy();
        assertThat(changed.stepUp()).isEqualTo(new Policy.StepUp("urn:ephor:acr:mfa", null, null));
        assertThat(changed.ticket()).isEqualTo(new Policy.TicketRule(null, null, null));
        assertThat(changed.justificationMinimum()).isZero();
    }

    @Test
    void sets_approval_in_stages_and_drops_it_again() {
        // Given
        var rule = new UnifiedRoleManagementPolicyApprovalRule();
        rule.setId("Approval_EndUser_Assignment");
        var setting = new ApprovalSettings();
        setting.setIsApprovalRequired(true);
        setting.setApprovalMode("Serial");
        setting.setApprovalStages(
                List.of(
                        stage(user(ExampleCompany.APPROVER)),
                        stage(group(), new RequestorManager())));
        rule.setSetting(setting);

        // When
        patch(CHANGING, rule);
        Policy with = standing(CHANGING).policy();
        var again =
                rule(
                        CHANGING,
                        "Approval_EndUser_Assignment",
                        UnifiedRoleManagementPolicyApprovalRule.class);
        again.getSetting().setIsApprovalRequired(false);
        patch(CHANGING, again);
        Policy without = standing(CHANGING).policy();

        // Then
        assertThat(with.stages())
                .extracting(stage -> stage.panels().getFirst().approvers())
                .containsExactly(
                        List.of(Policy.Approver.user(ExampleCompany.APPROVER)),
                        List.of(
                                Policy.Approver.group(ExampleCompany.DUTY),
                                Policy.Approver.manager()));
        assertThat(without.stages()).isEmpty();
    }

    @Test
    void a_stage_with_panels_changes_only_in_what_is_written_otherwise() {
        // Given
        Policy.Stage before = standing(RULED).policy().stages().getFirst();
        var rule =
                rule(
                        RULED,
                        "Approval_EndUser_Assignment",
                        UnifiedRoleManagementPolicyApprovalRule.class);
        UnifiedApprovalStage stage = rule.getSetting().getApprovalStages().getFirst();
        stage.setIsApproverJustificationRequired(false);
        patch(RULED, rule);
        Policy.Stage changed = standing(RULED).policy().stages().getFirst();
        var back =
                rule(
                        RULED,
                        "Approval_EndUser_Assignment",
                        UnifiedRoleManagementPolicyApprovalRule.class);
        back.getSetting().getApprovalStages().getFirst().setIsApproverJustificationRequired(true);

        // When
        patch(RULED, back);

        // Then
        assertThat(changed.reasonRequired()).isFalse();
        assertThat(changed.panels()).isEqualTo(before.panels());
        assertThat(standing(RULED).policy().stages().getFirst()).isEqualTo(before);
    }

    @Test
    void refuses_an_approver_who_is_not_known() {
        // Given
        var rule = new UnifiedRoleManagementPolicyApprovalRule();
        rule.setId("Approval_EndUser_Assignment");
        var setting = new ApprovalSettings();
        setting.setIsApprovalRequired(true);
        setting.setApprovalStages(List.of(stage(user("nobody"))));
        rule.setSetting(setting);

        // When
        var refused = catchThrowableOfType(ODataError.class, () -> patch(CHANGING, rule));

        // Then
        assertThat(refused.getResponseStatusCode()).isEqualTo(400);
        assertThat(refused.getError().getCode()).isEqualTo("SubjectNotFound");
        assertThat(refused.getError().getMessage()).contains("nobody");
    }

    private static UnifiedApprovalStage stage(com.microsoft.graph.models.SubjectSet... approvers) {
        var stage = new UnifiedApprovalStage();
        stage.setPrimaryApprovers(List.of(approvers));
        return stage;
    }

    private static SingleUser user(String id) {
        var user = new SingleUser();
        user.setUserId(id);
        return user;
    }

    private static GroupMembers group() {
        var group = new GroupMembers();
        group.setGroupId(ExampleCompany.DUTY);
        return group;
    }
}
