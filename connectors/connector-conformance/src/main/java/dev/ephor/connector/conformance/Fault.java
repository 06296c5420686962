package dev.ephor.connector.conformance;

/** A way in which a {@link World} can be broken. */
public enum Fault {

    /** Does nothing and asks to wait for {@link World#RETRY_AFTER}: HTTP 429, LDAP busy. */
    THROTTLED,

    /** Does nothing and says that it is broken: HTTP 5xx. */
    BROKEN,

    /** Makes the change, and then says that it timed out: HTTP 504 after the commit. */
    ANSWER_LOST,

    /** Nobody listens any more. */
    REFUSING,

    /** Takes the call and never answers. */
    SILENT
}
