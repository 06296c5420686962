package dev.ephor.request.domain;

import dev.ephor.events.RequestAction;
import java.util.List;

/** The policy is these lists: a request that no rule of its list objects to is accepted. */
final class Rules {
    private static final List<Rule<? super Request>> ACTIVATE =
            List.of(
                    new RequesterMustBeThePrincipal(),
                    new EligibilityMustCoverTheWindow(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AttributesMustSatisfyConditions(),
                    new SignInMustBeStrongEnough(),
                    new StartMustNotLieInThePast(),
                    new DurationMustBePositive(),
                    new DurationMustNotExceedMaximum(),
                    new HoursMustAllowTheStart(),
                    new JustificationMustBeGiven(),
                    new TicketMustBeGiven(),
                    new TicketMustMatch(),
                    new TicketMustBeOpen(),
                    new NothingIncompatibleMayBeHeld(),
                    new NoOtherRequestMayBeOpen(),
                    new NotAlreadyActive());

    private static final List<Rule<? super Request>> EXTEND =
            List.of(
                    new RequesterMustBeThePrincipal(),
                    new EligibilityMustCoverTheWindow(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AttributesMustSatisfyConditions(),
                    new SignInMustBeStrongEnough(),
                    new DurationMustBePositive(),
                    new DurationMustNotExceedMaximum(),
                    new HoursMustAllowTheStart(),
                    new JustificationMustBeGiven(),
                    new TicketMustBeGiven(),
                    new TicketMustMatch(),
                    new TicketMustBeOpen(),
                    new NothingIncompatibleMayBeHeld(),
                    new NoOtherRequestMayBeOpen(),
                    new ExtensionMustFollowWhatIsActive());

    private static final List<Rule<? super Request>> ASSIGN =
            List.of(
                    new RequesterMustAdministerTheGroup(),
                    new GroupMustBeUnderCare(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AdminMustHaveSignedInStrongly(),
                    new StartMustNotLieInThePast(),
                    new DurationMustBePositive(),
                    new AssignmentMustEndInTime(),
                    new AdminMustSayWhy(),
                    new AdminMustNameATicket(),
                    new NothingIncompatibleMayBeHeld(),
                    new NoOtherRequestMayBeOpen(),
                    new NotAlreadyActive());

    private static final List<Rule<? super Request>> ASSIGN_ON =
            List.of(
                    new RequesterMustAdministerTheGroup(),
                    new GroupMustBeUnderCare(),
                    new EligibilityMustCoverTheWindow(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AdminMustHaveSignedInStrongly(),
                    new DurationMustBePositive(),
                    new AssignmentMustEndInTime(),
                    new AdminMustSayWhy(),
                    new AdminMustNameATicket(),
                    new NothingIncompatibleMayBeHeld(),
                    new NoOtherRequestMayBeOpen(),
                    new ExtensionMustFollowWhatIsActive());

    /** What of it may have changed between the approval of an activation and its start. */
    private static final List<Rule<? super Request>> RECHECK_ACTIVATION =
            List.of(
                    new EligibilityMustCoverTheWindow(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AttributesMustSatisfyConditions(),
                    new DurationMustNotExceedMaximum(),
                    new HoursMustAllowTheStart(),
                    new NothingIncompatibleMayBeHeld(),
                    new ExceptionsMustHaveBeenAllowed());

    private static final List<Rule<? super Request>> RECHECK_ASSIGNMENT =
            List.of(
                    new GroupMustBeUnderCare(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AccessMustNotBeSuspended(),
                    new AssignmentMustEndInTime(),
                    new NothingIncompatibleMayBeHeld(),
                    new ExceptionsMustHaveBeenAllowed());

    private Rules() {}

    static List<Rule<? super Request>> of(RequestAction action) {
        return switch (action) {
            case SELF_ACTIVATE -> ACTIVATE;
            case SELF_EXTEND -> EXTEND;
            case ADMIN_ASSIGN -> ASSIGN;
            case ADMIN_EXTEND, ADMIN_UPDATE -> ASSIGN_ON;
            case ADMIN_REMOVE, ADMIN_RENEW, SELF_DEACTIVATE, SELF_RENEW ->
                    throw new IllegalArgumentException(action + " asks for no window");
        };
    }

    static List<Rule<? super Request>> ofRecheck(Activation activation) {
        return activation.request().action().isOfAdmin() ? RECHECK_ASSIGNMENT : RECHECK_ACTIVATION;
    }
}
