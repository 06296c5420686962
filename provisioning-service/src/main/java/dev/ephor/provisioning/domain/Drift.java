package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent.Difference;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between a target and Ephor that Ephor did not make.
 *
 * @param id also the name under which the target is told when it is reverted
 * @param revertAt when it is reverted; null: it is not
 */
public record Drift(
        String id,
        String target,
        Difference kind,
        Stage stage,
        @Nullable Instant revertAt,
        Instant detectedAt) {

    /** How far it is. */
    public enum Stage {
        /** Reported; reverted later, where there is a time for it. */
        REPORTED,
        /** A person said that it is not to be reverted. */
        STOPPED,
        /** The target is being told. */
        REVERTING,
        /** A person said that the membership may stay: no drift any more, and remembered. */
        ACCEPTED
    }

    Drift at(Stage next) {
        return new Drift(id, target, kind, next, revertAt, detectedAt);
    }

    /** What would mend it. */
    public Change mending() {
        return kind == Difference.UNGRANTED ? Change.WITHDRAW : Change.GRANT;
    }

    /** When time alone changes it next; null: it does not. */
    public @Nullable Instant due() {
        return stage == Stage.REPORTED ? revertAt : null;
    }

    /** Whether a person can say that the membership may stay. */
    public boolean isAcceptable() {
        return kind == Difference.UNGRANTED && (stage == Stage.REPORTED || stage == Stage.STOPPED);
    }

    /** Whether it is still to be shown: what was accepted is only remembered. */
    public boolean isOpen() {
        return stage != Stage.ACCEPTED;
    }
}
