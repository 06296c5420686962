package dev.ephor.connector.memory;

import dev.ephor.connector.Answer;

/** What becomes of a call to a {@link MemoryWorld}: whether it is carried out, and what is said. */
sealed interface Misdeed {

    /** Nothing goes wrong. */
    record None() implements Misdeed {}

    /** Nothing is done, and that is what is said. */
    record Fail(Answer answer) implements Misdeed {}

    /** It is done, and the answer is lost. */
    record LoseAnswer(Answer answer) implements Misdeed {}

    /** Nothing is done, and success is said. */
    record Lie() implements Misdeed {}

    default boolean carriesOut() {
        return this instanceof None || this instanceof LoseAnswer;
    }

    /**
     * @param changed whether the call changed anything
     * @param present whether the access is there now
     */
    default Answer said(Call call, boolean changed, boolean present) {
        return switch (this) {
            case Fail(Answer answer) -> answer;
            case LoseAnswer(Answer answer) -> answer;
            case None _ ->
                    call == Call.OBSERVE
                            ? new Answer.Observed(present)
                            : new Answer.Applied(changed);
            case Lie _ ->
                    call == Call.OBSERVE ? new Answer.Observed(!present) : new Answer.Applied();
        };
    }
}
