package dev.ephor.events;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Drift: the directory has a membership that Ephor did not give, or lacks one that it gave. Said on
 * {@code ephor.memberships}; one drift has one id from its detection to its end.
 */
public sealed interface DriftEvent extends MembershipEvent {
    String driftId();

    Difference kind();

    /** In which way directory and Ephor differ. */
    enum Difference {
        /** There, and Ephor did not give it. */
        UNGRANTED,
        /** Not there, and Ephor gave it. */
        VANISHED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Difference of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /** How drift ended. */
    enum Outcome {
        /** Ephor made it as it should be, and read it back. */
        REVERTED,
        /** A person says that it is as it should be, and how they know. */
        ATTESTED,
        /** A person says that the membership may stay. */
        ACCEPTED,
        /** Somebody else made it as it should be: it was so when looked at later. */
        GONE,
        /** An activation began or ended, so that something else should be. */
        SUPERSEDED;

        @JsonValue
        public String wire() {
            return name().toLowerCase(Locale.ROOT);
        }

        @JsonCreator
        public static Outcome of(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    /**
     * Drift was found, or what is to be done about it has changed.
     *
     * @param revertAt when Ephor reverts it; null: it does not
     */
    @EventType("dev.ephor.drift.detected.v1")
    record DriftDetected(
            MembershipKey key,
            String driftId,
            Difference kind,
            @Nullable Instant revertAt,
            Instant detectedAt)
            implements DriftEvent {}

    /**
     * The grace is over and the directory is being told.
     *
     * @param generation of what is wanted now
     */
    @EventType("dev.ephor.drift.revert-begun.v1")
    record RevertBegun(
            MembershipKey key, String driftId, Difference kind, long generation, Instant begunAt)
            implements DriftEvent {}

    /** A person stopped the revert before it began; the drift stays, and stays reported. */
    @EventType("dev.ephor.drift.revert-stopped.v1")
    record RevertStopped(
            MembershipKey key,
            String driftId,
            Difference kind,
            String stoppedBy,
            String reason,
            Instant stoppedAt)
            implements DriftEvent {}

    /**
     * The directory does not do it; it is tried further, and a person has to look.
     *
     * @param attempts how often it was tried
     * @param lastAnswer what the directory said last; null: nothing yet
     */
    @EventType("dev.ephor.drift.revert-stuck.v1")
    record RevertStuck(
            MembershipKey key,
            String driftId,
            Difference kind,
            int attempts,
            @Nullable String lastAnswer,
            Instant since)
            implements DriftEvent {}

    /**
     * Directory and Ephor no longer differ, or not in this way.
     *
     * @param endedBy the person who accepted or attested it; null: nobody did
     * @param reason what they said
     */
    @EventType("dev.ephor.drift.ended.v1")
    record DriftEnded(
            MembershipKey key,
            String driftId,
            Difference kind,
            Outcome outcome,
            @Nullable String endedBy,
            @Nullable String reason,
            Instant detectedAt,
            Instant endedAt)
            implements DriftEvent {}
}
