package dev.ephor.request.application;

import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.request.domain.Eligibility;
import org.jspecify.annotations.Nullable;

/** Under what terms a key can be activated. */
public interface FindTerms {
    Terms terms(MembershipKey key);

    /**
     * @param policy null: the group is not under Ephor's care, or not for this access
     * @param eligibility null: the principal has none
     */
    record Terms(@Nullable Policy policy, @Nullable Eligibility eligibility) {}
}
