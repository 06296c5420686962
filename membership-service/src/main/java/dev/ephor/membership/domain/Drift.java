package dev.ephor.membership.domain;

import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.DriftDetected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A difference between directory and Ephor that Ephor did not make.
 *
 * @param revertAt when it is reverted; null: it is not
 * @param stage a person may have stopped the revert, or it may have begun
 */
public record Drift(
        String id, Difference kind, @Nullable Instant revertAt, Instant detectedAt, Stage stage) {

    /** How far it is. */
    public enum Stage {
        /** Reported; reverted later, where there is a time for it. */
        REPORTED,
        /** A person said that it is not to be reverted. */
        STOPPED,
        /** The directory is being told. */
        REVERTING
    }

    static Drift of(DriftDetected d) {
        return new Drift(d.driftId(), d.kind(), d.revertAt(), d.detectedAt(), Stage.REPORTED);
    }

    Drift at(Stage next) {
        return new Drift(id, kind, revertAt, detectedAt, next);
    }

    /** When time alone changes it next; null: it does not. */
    public @Nullable Instant due() {
        return stage == Stage.REPORTED ? revertAt : null;
    }

    /** Whether a person can say that the membership may stay. */
    public boolean isAcceptable() {
        return kind == Difference.UNGRANTED && stage != Stage.REVERTING;
    }

    /** Whether there can be such drift when this is wanted. */
    boolean fits(Wanted wanted) {
        return stage == Stage.REVERTING || (kind == Difference.VANISHED) == wanted.present();
    }
}
