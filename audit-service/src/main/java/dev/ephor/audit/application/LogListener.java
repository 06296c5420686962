package dev.ephor.audit.application;

/** Is told that somebody sealed, at this instance or another. */
@FunctionalInterface
public interface LogListener {
    /** Returns at once. */
    void sealed();
}
