package dev.ephor.request.store;

import org.hibernate.Session;

/**
 * A lock on a principal, because before its first request there is no row to lock. Not on a key:
 * separation of duties looks at all that one principal holds, so two requests for incompatible
 * groups must not be decided at once. It comes before the transaction's first write, so that the
 * journal's order is the order of the decisions.
 *
 * <p>Whoever has it shares the tenant's {@link ResponseLock}, and so sees what a response did.
 */
final class PrincipalLock {
    private PrincipalLock() {}

    static void take(Session database, String tenant, String principal) {
        AdvisoryLock.shareAndTake(
                database, ResponseLock.name(tenant), "principal/" + tenant + "/" + principal);
    }
}
