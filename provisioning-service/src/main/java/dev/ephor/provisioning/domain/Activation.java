package dev.ephor.provisioning.domain;

/**
 * One activation of a membership key, as far as its targets are concerned.
 *
 * @param generation the one that brought it into its phase
 */
public record Activation(String id, long generation, Phase phase) {

    /** How far it has come. */
    public enum Phase {
        /** The directory has it; a target has yet to confirm. */
        GRANTED,
        /** Every target confirmed. */
        ACTIVE,
        /** Its window is closed and the membership has to go; somebody has yet to confirm. */
        ENDING,
        /** Its window is closed and nothing has to go: the membership is another activation's. */
        CLOSED,
        /** All is said. Kept while an event of its generation could come again. */
        ENDED
    }

    boolean isLive() {
        return phase == Phase.GRANTED || phase == Phase.ACTIVE;
    }

    boolean isOver() {
        return phase == Phase.CLOSED || phase == Phase.ENDED;
    }

    /** The same, granted again by a newer generation: what is active stays active. */
    Activation grantedAt(long newer) {
        return new Activation(id, newer, phase);
    }

    Activation active() {
        return new Activation(id, generation, Phase.ACTIVE);
    }

    Activation endingAt(long closing) {
        return new Activation(id, closing, Phase.ENDING);
    }

    Activation closedAt(long closing) {
        return new Activation(id, closing, Phase.CLOSED);
    }

    /** The membership goes on for a newer grant, so there is nothing to wait for. */
    Activation superseded() {
        return phase == Phase.ENDING ? new Activation(id, generation, Phase.CLOSED) : this;
    }

    Activation ended() {
        return new Activation(id, generation, Phase.ENDED);
    }
}
