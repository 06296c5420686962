package dev.ephor.connector.entra;

import dev.ephor.connector.Answer;

/** No answer of Graph's came about, and what to say instead; never leaves the package. */
final class NoAnswer extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;

    NoAnswer(Answer answer) {
        super(answer.why(), null, false, false);
        this.answer = answer;
    }

    Answer answer() {
        return answer;
    }
}
