package dev.ephor.audit.rest;

import java.util.Optional;

/** Numbers of paths. */
final class Numbers {
    private Numbers() {}

    static Optional<Long> of(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
