package dev.ephor.request.domain;

import java.util.List;

/** The policy is this list: a request that no rule objects to is accepted. */
final class Rules {
    static final List<Rule> ALL =
            List.of(
                    new RequesterMustBeThePrincipal(),
                    new EligibilityMustCoverTheWindow(),
                    new SignInMustBeStrongEnough(),
                    new StartMustNotLieInThePast(),
                    new DurationMustBePositive(),
                    new DurationMustNotExceedMaximum(),
                    new JustificationMustBeGiven(),
                    new TicketMustBeGiven(),
                    new TicketMustMatch(),
                    new NoOtherRequestMayBeOpen(),
                    new NotAlreadyActive());

    private Rules() {}
}
