package dev.ephor.connector.scim;

import dev.ephor.connector.Answer;

/**
 * A call that did not do what was asked, on its way to whoever answers for it; never leaves the
 * package.
 */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Answer answer;
    private final int status;

    /**
     * @param status the HTTP status; 0 where no answer came
     */
    Refusal(Answer answer, int status) {
        super(answer.why(), null, false, false);
        this.answer = answer;
        this.status = status;
    }

    Answer answer() {
        return answer;
    }

    int status() {
        return status;
    }

    /** Whether the application does not know what the call was about, or not any more. */
    boolean isAboutWhatIsThere() {
        return status == 400 || status == 404;
    }
}
