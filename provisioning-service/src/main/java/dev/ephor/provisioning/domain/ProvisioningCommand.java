package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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

    /**
     * Takes note of what a target was seen to have.
     *
     * @param standing as it was before the target was looked at
     * @param driftId if this is drift
     * @param revertAt when the policy would have it reverted; null: it would not
     */
    record See(
            String target,
            boolean present,
            Standing standing,
            String driftId,
            @Nullable Instant revertAt,
            Instant at)
            implements ProvisioningCommand {}

    /**
     * The time to revert has come.
     *
     * @param allowed whether the policy still has it reverted
     */
    record Revert(String target, String driftId, boolean allowed, Instant at)
            implements ProvisioningCommand {}

    /** Stops a revert that has not begun. */
    record Stop(String target, String by, String reason, Instant at)
            implements ProvisioningCommand {}

    /** Lets a membership stay at a target. */
    record Accept(String target, String by, String reason, Instant at)
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
