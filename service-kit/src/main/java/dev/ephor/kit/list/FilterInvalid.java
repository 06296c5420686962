package dev.ephor.kit.list;

/** A filter that cannot be understood; the message is for who wrote it. */
public final class FilterInvalid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    FilterInvalid(String message) {
        super(message);
    }
}
