package dev.ephor.request.rest;

import com.microsoft.graph.models.ApprovalSettings;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyApprovalRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyAuthenticationContextRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyEnablementRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyExpirationRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyNotificationRule;
import com.microsoft.graph.models.UnifiedRoleManagementPolicyRule;

/** Sets every member of a rule to what it is, so that the SDK sends them all. */
final class Copying {
    private Copying() {}

    static void touch(UnifiedRoleManagementPolicyRule rule) {
        rule.setId(rule.getId());
        rule.setTarget(rule.getTarget());
        switch (rule) {
            case UnifiedRoleManagementPolicyExpirationRule r -> {
                r.setIsExpirationRequired(r.getIsExpirationRequired());
                r.setMaximumDuration(r.getMaximumDuration());
            }
            case UnifiedRoleManagementPolicyEnablementRule r ->
                    r.setEnabledRules(r.getEnabledRules());
            case UnifiedRoleManagementPolicyAuthenticationContextRule r -> {
                r.setIsEnabled(r.getIsEnabled());
                r.setClaimValue(r.getClaimValue());
            }
            case UnifiedRoleManagementPolicyNotificationRule r -> {
                r.setNotificationLevel(r.getNotificationLevel());
                r.setNotificationRecipients(r.getNotificationRecipients());
                r.setNotificationType(r.getNotificationType());
                r.setRecipientType(r.getRecipientType());
                r.setIsDefaultRecipientsEnabled(r.getIsDefaultRecipientsEnabled());
            }
            case UnifiedRoleManagementPolicyApprovalRule r -> touch(r.getSetting());
            default -> throw new IllegalStateException("no rule of Graph's: " + rule);
        }
    }

    private static void touch(ApprovalSettings setting) {
        setting.setApprovalMode(setting.getApprovalMode());
        setting.setApprovalStages(setting.getApprovalStages());
        setting.setIsApprovalRequired(setting.getIsApprovalRequired());
        setting.setIsApprovalRequiredForExtension(setting.getIsApprovalRequiredForExtension());
        setting.setIsRequestorJustificationRequired(setting.getIsRequestorJustificationRequired());
    }
}
