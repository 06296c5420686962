package dev.ephor.membership.domain;

/**
 * What the directory made of what is wanted.
 *
 * @param generation the newest that was read back as wanted
 * @param attempts how often the present change failed in a row
 * @param stuck whether that was often enough to call a person
 */
public record Confirmation(long generation, int attempts, boolean stuck) {
    static final Confirmation NONE = new Confirmation(0, 0, false);

    Confirmation of(long confirmed) {
        return new Confirmation(confirmed, 0, false);
    }

    /** Another change is wanted: its failures are counted anew. */
    Confirmation anew() {
        return new Confirmation(generation, 0, false);
    }

    Confirmation failed(int times) {
        return new Confirmation(generation, times, stuck);
    }

    Confirmation stuckNow() {
        return new Confirmation(generation, attempts, true);
    }
}
