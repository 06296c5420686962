package dev.ephor.kit.journal;

/**
 * Somebody was faster: the stream already has the version that was to be written. Load again and
 * decide again.
 */
public final class VersionConflict extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public VersionConflict(String message, Throwable cause) {
        super(message, cause);
    }
}
