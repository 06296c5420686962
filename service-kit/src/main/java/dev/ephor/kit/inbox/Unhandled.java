package dev.ephor.kit.inbox;

/**
 * The service stops while an event could not be handled yet; its offset is not committed, so it
 * comes again.
 */
final class Unhandled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unhandled(String subscription, Throwable cause) {
        super(subscription + " stopped before an event could be handled", cause);
    }
}
