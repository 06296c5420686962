package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** What is changed or taken away is there; what is given again was. */
final class SomethingMustBeThereToChange implements Rule<EligibilityAsked> {
    @Override
    public String name() {
        return RuleNames.DOES_NOT_EXIST;
    }

    @Override
    public @Nullable String objection(EligibilityAsked request) {
        Eligible eligible = request.eligible();
        boolean there =
                switch (request.action()) {
                    case ADMIN_RENEW, SELF_RENEW ->
                            eligible.live() != null || eligible.past() != null;
                    // The holder had asked in time; the end passed since.
                    case ADMIN_EXTEND ->
                            eligible.live() != null
                                    || (eligible.past() != null && eligible.pending() != null);
                    default -> eligible.live() != null;
                };
        return there ? null : "The principal is not eligible: there is nothing to change.";
    }
}
