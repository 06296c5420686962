package dev.ephor.request.store;

import org.hibernate.Session;

/**
 * A lock on what a tenant's principals may get. A response takes it, and waits for the requests
 * that are being decided; every decision about a principal shares it.
 */
final class ResponseLock {
    private ResponseLock() {}

    static void take(Session database, String tenant) {
        AdvisoryLock.take(database, name(tenant));
    }

    static String name(String tenant) {
        return "responses/" + tenant;
    }
}
