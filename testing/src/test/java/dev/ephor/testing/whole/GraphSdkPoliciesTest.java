package dev.ephor.testing.whole;

import static dev.ephor.testing.whole.Walk.HOUR;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.graph.models.SingleUser;
import com.microsoft.graph.models.UnifiedRoleManagementPolicy;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyApprovalRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyAuthenticationContextRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyEnablementRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyExpirationRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyNotificationRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyRule;
import com.microsoft.graph.policies.rolemanagementpolicies.item.UnifiedRoleManagementPolicyItemRequestBuilder;
import com.microsoft.kiota.PeriodAndDuration;
import dev.ephor.quickstart.world.ManagedGroup;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Role settings of groups, read and changed through Microsoft's Graph SDK. */
class GraphSdkPoliciesTest {
    private final GraphClient admin = Walk.admin();

    private UnifiedRoleManagementPolicy policy(ManagedGroup group) {
        return admin.graph()
                .policies()
                .roleManagementPolicies()
                .get(
                        c -> {
                            c.queryParameters.filter =
                                    "scopeId eq '%s' and scopeType eq 'Group'"
                                            .formatted(group.id());
                            c.queryParameters.expand = new String[] {"rules"};
                        })
                .getValue()
                .getFirst();
    }

    private UnifiedRoleManagementPolicyItemRequestBuilder item(UnifiedRoleManagementPolicy policy) {
        return admin.graph()
                .policies()
                .roleManagementPolicies()
                .byUnifiedRoleManagementPolicyId(policy.getId());
    }

    private static <R extends UnifiedRoleManagementPolicyRule> R rule(
            UnifiedRoleManagementPolicy policy, String id, Class<R> kind) {
        return policy.getRules().stream()
                .filter(rule -> rule.getId().equals(id))
                .map(kind::cast)
                .findFirst()
                .orElseThrow();
    }

    private static UnifiedRoleManagementPolicyEnablementRule demands(
            UnifiedRoleManagementPolicy policy) {
        return rule(
                policy,
                "Enablement_EndUser_Assignment",
                UnifiedRoleManagementPolicyEnablementRule.class);
    }

    private static UnifiedRoleManagementPolicyApprovalRule approval(
            UnifiedRoleManagementPolicy policy) {
        return rule(
                policy,
                "Approval_EndUser_Assignment",
                UnifiedRoleManagementPolicyApprovalRule.class);
    }

    private static UnifiedRoleManagementPolicyNotificationRule mails(
            UnifiedRoleManagementPolicy policy) {
        return rule(
                policy,
                "Notification_Admin_EndUser_Assignment",
                UnifiedRoleManagementPolicyNotificationRule.class);
    }

    private static UnifiedRoleManagementPolicyExpirationRule longest(
            UnifiedRoleManagementPolicy policy) {
        return rule(
                policy,
                "Expiration_Admin_Eligibility",
                UnifiedRoleManagementPolicyExpirationRule.class);
    }

    private static UnifiedRoleManagementPolicyAuthenticationContextRule context(
            UnifiedRoleManagementPolicy policy) {
        return rule(
                policy,
                "AuthenticationContext_EndUser_Assignment",
                UnifiedRoleManagementPolicyAuthenticationContextRule.class);
    }

    private static UnifiedRoleManagementPolicy changes(UnifiedRoleManagementPolicyRule... rules) {
        var policy = new UnifiedRoleManagementPolicy();
        policy.setRules(List.of(rules));
        return policy;
    }

    @Test
    void a_policy_its_rules_and_one_of_them_are_read() {
        // Given
        UnifiedRoleManagementPolicy listed = policy(SdkWorld.STRICT);

        // When
        var read = item(listed).get(c -> c.queryParameters.expand = new String[] {"rules"});
        var rules = item(listed).rules().get().getValue();
        var one =
                item(listed)
                        .rules()
                        .byUnifiedRoleManagementPolicyRuleId("Approval_EndUser_Assignment")
                        .get();

        // Then
        assertThat(read.getScopeId()).isEqualTo(SdkWorld.STRICT.id());
        assertThat(read.getRules()).hasSize(17);
        assertThat(rules)
                .extracting(UnifiedRoleManagementPolicyRule::getId)
                .containsExactlyElementsOf(
                        listed.getRules().stream()
                                .map(UnifiedRoleManagementPolicyRule::getId)
                                .toList());
        var approvers =
                ((UnifiedRoleManagementPolicyApprovalRule) one)
                        .getSetting()
                        .getApprovalStages()
                        .getFirst()
                        .getPrimaryApprovers();
        assertThat(approvers).singleElement().isInstanceOf(SingleUser.class);
        assertThat(((SingleUser) approvers.getFirst()).getUserId())
                .isEqualTo(World.APPROVER_B.id());
    }

    @Test
    void rules_of_several_kinds_are_changed_in_one_call() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        UnifiedRoleManagementPolicy before = policy(group);
        var demands = demands(before);
        demands.setEnabledRules(List.of("MultiFactorAuthentication", "Justification", "Ticketing"));
        var longest = longest(before);
        longest.setIsExpirationRequired(true);
        longest.setMaximumDuration(PeriodAndDuration.ofDuration(Duration.ofDays(20)));
        var mails = mails(before);
        mails.setNotificationLevel("Critical");
        mails.setNotificationRecipients(List.of("soc@example.com"));
        var approval = approval(before);
        approval.getSetting().setIsApprovalRequired(true);
        approval.getSetting()
                .setApprovalStages(
                        approval(policy(SdkWorld.STRICT)).getSetting().getApprovalStages());

        // When
        item(before).patch(changes(demands, longest, mails, approval));

        // Then
        UnifiedRoleManagementPolicy after = policy(group);
        assertThat(demands(after).getEnabledRules()).contains("Ticketing");
        assertThat(mails(after).getNotificationLevel()).isEqualTo("Critical");
        assertThat(mails(after).getNotificationRecipients()).containsExactly("soc@example.com");
        assertThat(longest(after).getIsExpirationRequired()).isTrue();
        var month = Walk.in(Duration.ofDays(30));
        var person = SdkWorld.someone();
        assertThat(
                        Walk.refused(() -> admin.makeEligible(person, group, month))
                                .getError()
                                .getMessage())
                .contains("ExpirationRule");
        GraphClient holder = Walk.holder(group, Walk.in(Duration.ofDays(10)));
        assertThat(holder.activate(group, HOUR).getStatus()).isEqualTo("PendingApproval");
    }

    @Test
    void a_missing_authentication_context_is_challenged_in_entras_way() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        GraphClient holder = Walk.holder(group);
        UnifiedRoleManagementPolicy policy = policy(group);
        var rule = context(policy);
        rule.setIsEnabled(true);
        rule.setClaimValue("c1");
        item(policy).rules().byUnifiedRoleManagementPolicyRuleId(rule.getId()).patch(rule);

        // When
        var error = Walk.refused(() -> holder.activate(group, HOUR));

        // Then
        assertThat(context(policy(group)).getClaimValue()).isEqualTo("c1");
        assertThat(error.getResponseStatusCode()).isEqualTo(401);
        assertThat(error.getResponseHeaders().get("WWW-Authenticate").toString())
                .contains("claims=");
        assertThat(error.getError().getDetails())
                .anyMatch(
                        detail ->
                                detail.getCode().equals("RoleAssignmentRequestAcrsValidationFailed")
                                        && detail.getMessage().startsWith("&claims=%7B"));
    }

    @Test
    void a_policy_that_somebody_else_changed_meanwhile_is_not_overwritten() {
        // Given
        ManagedGroup group = SdkWorld.somewhere();
        UnifiedRoleManagementPolicy read = policy(group);
        String version = read.getAdditionalData().get("@odata.etag").toString();
        var first = longest(read);
        first.setMaximumDuration(PeriodAndDuration.ofDuration(Duration.ofDays(90)));
        item(read).patch(changes(first), c -> c.headers.add("If-Match", version));
        var second = mails(read);
        second.setNotificationLevel("None");

        // When
        var error =
                Walk.refused(
                        () ->
                                item(read)
                                        .patch(
                                                changes(second),
                                                c -> c.headers.add("If-Match", version)));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(412);
        assertThat(mails(policy(group)).getNotificationLevel()).isEqualTo("All");
        assertThat(longest(policy(group)).getMaximumDuration().getPeriod().getDays()).isEqualTo(90);
    }

    @Test
    void what_is_read_and_written_back_stays_as_it_was() {
        // Given
        UnifiedRoleManagementPolicy read = policy(SdkWorld.TWICE);
        Object version = read.getAdditionalData().get("@odata.etag");

        // When
        item(read).patch(changes(read.getRules().toArray(UnifiedRoleManagementPolicyRule[]::new)));

        // Then
        assertThat(policy(SdkWorld.TWICE).getAdditionalData())
                .containsEntry("@odata.etag", version);
        assertThat(approval(policy(SdkWorld.TWICE)).getSetting().getApprovalStages()).hasSize(2);
    }

    @Test
    void only_admins_and_owners_change_a_policy() {
        // Given
        GraphClient holder = Walk.holder(SdkWorld.EASY);
        var rule = mails(policy(SdkWorld.EASY));
        rule.setNotificationLevel("None");

        // When
        var error =
                Walk.refused(
                        () ->
                                holder.graph()
                                        .policies()
                                        .roleManagementPolicies()
                                        .byUnifiedRoleManagementPolicyId(
                                                policy(SdkWorld.EASY).getId())
                                        .patch(changes(rule)));

        // Then
        assertThat(error.getResponseStatusCode()).isEqualTo(403);
        assertThat(error.getError().getCode()).isEqualTo("Authorization_RequestDenied");
    }
}
