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
    public static final String HOURS = "ActivationDayRule";

    // Graph has no such rules.
    public static final String CONDITION = "AttributeConditionRule";
    public static final String SEPARATION_OF_DUTIES = "SeparationOfDutiesRule";
    public static final String PRINCIPAL = "PrincipalRule";
    public static final String SUSPENDED = "AccessSuspended";

    public static final String DENIED = "Authorization_RequestDenied";
    public static final String PENDING = "PendingRoleAssignmentRequest";
    public static final String EXISTS = "RoleAssignmentExists";
    public static final String DOES_NOT_EXIST = "RoleAssignmentDoesNotExist";
    public static final String UNKNOWN_PRINCIPAL = "SubjectNotFound";
    public static final String UNKNOWN_GROUP = "ResourceNotFound";

    private RuleNames() {}
}
