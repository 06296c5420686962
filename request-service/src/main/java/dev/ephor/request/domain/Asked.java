package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.request.domain.Command.Asking;
import org.jspecify.annotations.Nullable;

/** What rules look at whether active access or eligibility is asked for. */
sealed interface Asked permits Request, EligibilityAsked {
    Asking asking();

    Wish wish();

    Circumstances circumstances();

    /** Under which an admin gives what is asked for; null: there are no rules at all. */
    @Nullable AdminRules adminRules();
}
