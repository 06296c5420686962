package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalState.Asked;
import java.util.List;
import java.util.Optional;

/** The rules that a decision has to pass. */
public final class DecisionPolicy {
    /**
     * The first that says no is the answer: who may not decide learns nothing more, and nobody is
     * sent to sign in again for what can no longer be decided.
     */
    private static final List<DecisionRule> RULES =
            List.of(
                    new NobodyDecidesTheirOwn(),
                    new ApproverMustHaveBeenAsked(),
                    new NobodyMustHaveDecidedBefore(),
                    new RequesterMustStillWantIt(),
                    new StageMustNotHaveLapsed(),
                    new StageMustBeOpen(),
                    new ApproverMustStillCount(),
                    new ApproverMustNotBeSuspended(),
                    new WindowMustNotGrow(),
                    new SomethingOfTheWindowMustBeLeft(),
                    new ReasonMustBeGiven(),
                    new SignInMustBeStrongEnough());

    private DecisionPolicy() {}

    /** Why a decision may not be taken; empty when it may. */
    public static Optional<Refusal> refusal(Decide decision, Asked approval) {
        return RULES.stream().flatMap(rule -> rule.check(decision, approval).stream()).findFirst();
    }
}
