package dev.ephor.kit.idempotency;

/** What became of the wish to carry a call out. */
sealed interface Claim {

    /**
     * A call, as its repetition is known.
     *
     * @param caller tenant and principal
     * @param route method and path
     */
    record Call(String caller, String route, IdempotencyKey key, byte[] fingerprint) {}

    /** It is the first: carry it out. */
    record Granted(Call call, String id) implements Claim {}

    /** The first one is still being carried out. */
    record Running() implements Claim {}

    /** The key was used for something else. */
    record Reused() implements Claim {}

    /** The first one was answered. */
    record Answered(Answer answer) implements Claim {}
}
