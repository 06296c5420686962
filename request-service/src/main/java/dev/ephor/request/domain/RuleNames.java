package dev.ephor.request.domain;

/**
 * What a violation calls its rule: Graph's names of policy rules, and Graph's error codes for what
 * no policy says.
 */
public final class RuleNames {
    public static final String ELIGIBILITY = "EligibilityRule";
    public static final String EXPIRATION = "ExpirationRule";
    public static final String JUSTIFICATION = "JustificationRule";
    public static final String MFA = "MfaRule";
    public static final String TICKETING = "TicketingRule";

    public static final String NOT_THE_PRINCIPAL = "Authorization_RequestDenied";
    public static final String PENDING = "PendingRoleAssignmentRequest";
    public static final String EXISTS = "RoleAssignmentExists";

    private RuleNames() {}
}
