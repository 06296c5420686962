package dev.ephor.membership.domain;

/** Why a window closes. */
public sealed interface Ending {
    /** Who is said to have revoked what Ephor itself ends. */
    String EPHOR = "ephor";

    /** Its end was reached. */
    record Expired() implements Ending {}

    /** The requester gives it back. */
    record Deactivated(String by) implements Ending {}

    /** Somebody or something takes it away. */
    record Revoked(String by, String reason) implements Ending {}

    /**
     * Ends an activation whose window was over before it could open. It had no access, so it did
     * not expire: somebody should see that it came to nothing.
     */
    static Ending neverOpened() {
        return new Revoked(EPHOR, "The window was over before it could open");
    }

    static Ending eligibilityLost() {
        return new Revoked(EPHOR, "The eligibility ended");
    }
}
