package dev.ephor.request.store;

import org.hibernate.Session;

/**
 * A lock on all that can be configured, eligibilities among them. Who compares everything with a
 * file takes it alone: one lock, because PostgreSQL has not room for one on each of ten thousands
 * of principals. Who changes one eligibility shares it with others who do. It comes before the
 * {@link PrincipalLock}, whoever takes both.
 */
final class ConfigurationLock {
    private static final String NAME = "configuration";

    private ConfigurationLock() {}

    static void take(Session database) {
        AdvisoryLock.take(database, NAME);
    }

    static void share(Session database) {
        AdvisoryLock.share(database, NAME);
    }
}
