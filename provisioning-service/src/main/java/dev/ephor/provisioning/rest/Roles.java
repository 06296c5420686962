package dev.ephor.provisioning.rest;

/** App roles of the token. */
final class Roles {
    static final String ADMIN = "Ephor.Admin";
    static final String AUDITOR = "Ephor.Auditor";
    static final String RESPONDER = "Ephor.Responder";

    private Roles() {}
}
