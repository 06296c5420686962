package dev.ephor.faults.referee;

/**
 * Something that was done to the platform.
 *
 * @param kind such as {@code kill}
 * @param what the part that it was done to
 * @param from when it began
 * @param until when it was over; of a process: when it answered again, whatever it answered
 * @param ready when everything that was hit called itself ready; 0 where nothing was to become so
 * @param answers whether it then really answered
 */
record Fault(
        String kind, String what, Scope scope, long from, long until, long ready, boolean answers) {
    /** How far a fault reaches, which decides how soon all has to be well again. */
    enum Scope {
        /** One process. */
        ONE,
        /** Every process at once, or the broker, without which nobody hears anything. */
        ALL,
        /** The broker, for so long that there is much to catch up with. */
        DARK,
        /** Directory or application: what failed there is tried again after a while. */
        OUTSIDE
    }

    /** How long a process that is there may take until it is ready. */
    static final long TO_READY = 15_000;

    /** It is over when it is ready; who takes too long is late from there on. */
    Span span() {
        return new Span(from, Math.max(until, Math.min(ready, until + TO_READY)));
    }
}
