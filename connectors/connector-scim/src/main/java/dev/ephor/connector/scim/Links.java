package dev.ephor.connector.scim;

import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Which of the application's ids stands for which of the directory's, both ways. What is asked of
 * the application goes by its id for some minutes, so that one that was made anew is soon found;
 * what its ids mean changes hardly ever.
 */
final class Links {

    private static final Duration TO_APPLICATION = Duration.ofMinutes(5);
    private static final Duration TO_DIRECTORY = Duration.ofHours(1);

    private final IdCache applications;
    private final IdCache directories;

    Links(LongSupplier nanoTime) {
        this.applications = new IdCache(TO_APPLICATION, nanoTime);
        this.directories = new IdCache(TO_DIRECTORY, nanoTime);
    }

    /** The application's id. */
    Optional<String> of(String directoryId) {
        return applications.get(directoryId);
    }

    /** The directory's id. */
    Optional<String> meaning(String id) {
        return directories.get(id);
    }

    void put(String directoryId, String id) {
        applications.put(directoryId, id);
        directories.put(id, directoryId);
    }

    /** Nobody of the directory is known to be meant. */
    void putStranger(String id) {
        directories.put(id, id);
    }

    void forget(String directoryId) {
        of(directoryId).ifPresent(directories::forget);
        applications.forget(directoryId);
    }
}
