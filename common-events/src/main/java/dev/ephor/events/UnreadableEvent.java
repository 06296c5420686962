package dev.ephor.events;

/**
 * Bytes that are no event, or an event of a known type that does not hold what it must. Its message
 * is fit for a dead letter.
 */
public final class UnreadableEvent extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableEvent(String message, Throwable cause) {
        super(message, cause);
    }

    UnreadableEvent(String message) {
        super(message);
    }
}
