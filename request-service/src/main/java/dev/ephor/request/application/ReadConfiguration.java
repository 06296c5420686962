package dev.ephor.request.application;

/** Reads the text of an {@code ephor.yaml}. */
public interface ReadConfiguration {
    /**
     * @throws NotReadable with every fault of the text
     */
    Configuration read(String text);

    /** The text is no configuration; the message tells each fault with its line. */
    final class NotReadable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public NotReadable(String message) {
            super(message);
        }
    }
}
