package dev.ephor.request.domain;

import dev.ephor.events.RequestAction;
import java.util.List;

/** Under which rules somebody becomes eligible, stays so, or asks for it. */
final class EligibilityRules {
    private static final List<Rule<? super EligibilityAsked>> ASSIGN =
            List.of(
                    new RequesterMustAdministerTheGroup(),
                    new GroupMustBeUnderCare(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AdminMustHaveSignedInStrongly(),
                    new StartMustNotLieInThePast(),
                    new EndMustLieAfterTheStart(),
                    new EligibilityMustEndInTime(),
                    new AdminMustSayWhy(),
                    new AdminMustNameATicket(),
                    new NobodyIsEligibleTwice());

    private static final List<Rule<? super EligibilityAsked>> UPDATE =
            List.of(
                    new RequesterMustAdministerTheGroup(),
                    new GroupMustBeUnderCare(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AdminMustHaveSignedInStrongly(),
                    new EndMustLieAfterTheStart(),
                    new EligibilityMustEndInTime(),
                    new AdminMustSayWhy(),
                    new AdminMustNameATicket(),
                    new SomethingMustBeThereToChange());

    private static final List<Rule<? super EligibilityAsked>> EXTEND =
            List.of(
                    new RequesterMustAdministerTheGroup(),
                    new GroupMustBeUnderCare(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new AdminMustHaveSignedInStrongly(),
                    new EndMustLieAfterTheStart(),
                    new ExtensionMustEndLater(),
                    new EligibilityMustEndInTime(),
                    new AdminMustSayWhy(),
                    new AdminMustNameATicket(),
                    new SomethingMustBeThereToChange());

    /** Taking away asks for nothing but that it is there. */
    private static final List<Rule<? super EligibilityAsked>> REMOVE =
            List.of(new RequesterMustAdministerTheGroup(), new SomethingMustBeThereToChange());

    private static final List<Rule<? super EligibilityAsked>> ASK_FOR_MORE =
            List.of(
                    new RequesterMustBeThePrincipal(),
                    new SomethingMustBeThereToChange(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new EndMustLieAfterTheStart(),
                    new ExtensionMustEndLater(),
                    new EligibilityMustEndInTime(),
                    new NothingMayBeUndecided());

    private static final List<Rule<? super EligibilityAsked>> ASK_AGAIN =
            List.of(
                    new RequesterMustBeThePrincipal(),
                    new GroupMustBeUnderCare(),
                    new SomethingMustBeThereToChange(),
                    new PrincipalMustBeKnown(),
                    new PrincipalMustNotBeDisabled(),
                    new RenewalMustBeAskedInTime(),
                    new EndMustLieAfterTheStart(),
                    new EligibilityMustEndInTime(),
                    new NothingMayBeUndecided());

    private EligibilityRules() {}

    static List<Rule<? super EligibilityAsked>> of(RequestAction action) {
        return switch (action) {
            case ADMIN_ASSIGN -> ASSIGN;
            case ADMIN_UPDATE -> UPDATE;
            case ADMIN_EXTEND, ADMIN_RENEW -> EXTEND;
            case ADMIN_REMOVE -> REMOVE;
            case SELF_EXTEND -> ASK_FOR_MORE;
            case SELF_RENEW -> ASK_AGAIN;
            case SELF_ACTIVATE, SELF_DEACTIVATE ->
                    throw new IllegalArgumentException(action + " asks for no eligibility");
        };
    }
}
