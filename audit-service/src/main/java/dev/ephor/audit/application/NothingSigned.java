package dev.ephor.audit.application;

/** The log must not be signed as it is; the message says why, and the way out. */
public final class NothingSigned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NothingSigned(String why) {
        super(why);
    }
}
