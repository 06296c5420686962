package dev.ephor.request.store;

import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.request.application.FindTerms;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;

/**
 * Policy and eligibility in one statement. They are read for every request rather than held in
 * memory: another instance may have applied a newer configuration a moment ago.
 */
@ApplicationScoped
class SqlTerms implements FindTerms {
    private static final String POLICY_AND_ELIGIBILITY =
            """
            select policy, eligibility
              from CatalogueRow policy
              left join EligibilityRow eligibility
                on eligibility.membershipKey = :key and eligibility.state = LIVE
             where policy.key = :policy and not policy.removed
            """;

    private final EntityManager database;

    SqlTerms(EntityManager database) {
        this.database = database;
    }

    @Override
    public Terms terms(MembershipKey key) {
        String policy = "policy/%s/%s/%s".formatted(key.tenant(), key.group(), key.access().wire());
        List<Tuple> rows =
                database.createQuery(POLICY_AND_ELIGIBILITY, Tuple.class)
                        .setParameter("key", key.toString())
                        .setParameter("policy", policy)
                        .getResultList();
        return rows.isEmpty() ? new Terms(null, null) : terms(rows.getFirst());
    }

    private static Terms terms(Tuple row) {
        EligibilityRow eligibility = row.get(1, EligibilityRow.class);
        return new Terms(
                policy(row.get(0, CatalogueRow.class)),
                eligibility == null ? null : eligibility.eligibility());
    }

    private static Policy policy(CatalogueRow row) {
        return ((PolicyDefined) row.event()).policy();
    }
}
