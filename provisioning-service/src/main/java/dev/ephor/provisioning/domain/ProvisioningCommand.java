package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import java.time.Instant;

/** What {@link Provisioner} is asked to decide; time and chance come with it. */
public sealed interface ProvisioningCommand {
    Instant at();

    /** Says what follows from what was heard. */
    record Conclude(Instant at) implements ProvisioningCommand {}

    /**
     * Takes note of how a delivery went.
     *
     * @param change what the target was asked
     * @param generation on whose behalf; an outcome of a superseded one says nothing about today's
     */
    record Take(String target, Change change, long generation, Outcome outcome, Instant at)
            implements ProvisioningCommand {}

    /** How a delivery went. */
    sealed interface Outcome {

        /** The target was told, and read back as wanted. */
        record Confirmed() implements Outcome {}

        /**
         * It was not told, could not be read, or was not as wanted when read.
         *
         * @param reason one line for a person
         * @param retryAt when it will be tried again
         */
        record Failed(String reason, Instant retryAt) implements Outcome {}
    }
}
