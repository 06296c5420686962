package dev.ephor.audit.rest;

/** App roles that may read the log. */
final class Roles {
    static final String AUDITOR = "Ephor.Auditor";
    static final String ADMIN = "Ephor.Admin";

    private Roles() {}
}
