package dev.ephor.request.application;

import java.util.List;

/** A policy that cannot stand. */
public final class PolicyRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** It contradicts itself or asks for what cannot be. */
        UNSOUND,
        /** It names somebody or something that is not known. */
        UNKNOWN,
        /** It is another by now than the one that was to be changed. */
        CHANGED_MEANWHILE,
        /** There is none to change. */
        ABSENT
    }

    private final Reason reason;

    PolicyRefused(Reason reason, List<String> sentences) {
        super(String.join(" ", sentences));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
