package dev.ephor.request.application;

import java.time.Duration;
import java.util.Optional;

/** Who may send signals. */
public interface KnownProducers {
    /**
     * @param source the CloudEvents source of a record
     */
    Optional<Producer> of(String source);

    /** How old a signal may be when it is heard; ids are remembered for longer than that. */
    Duration window();
}
