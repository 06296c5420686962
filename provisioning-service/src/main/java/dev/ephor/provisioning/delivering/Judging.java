package dev.ephor.provisioning.delivering;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Exchange;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.application.Verdict.Kind;
import java.util.List;
import java.util.stream.Collectors;

/** What a target's answers amount to: only what was read back is believed. */
final class Judging {
    private static final int LONGEST_ANSWER = 1_000;
    private static final int LONGEST_PROOF = 6;

    private Judging() {}

    /** The change itself failed. */
    static Verdict refused(Answer answer) {
        return failed(answer, "");
    }

    /** The change was accepted; {@code read} is what reading it back gave. */
    static Verdict readBack(Change change, Answer read) {
        boolean wanted = change == Change.GRANT;
        String asked = wanted ? "grant" : "withdrawal";
        if (!(read instanceof Answer.Observed observed)) {
            return failed(
                    read, "the %s was accepted, but reading it back failed: ".formatted(asked));
        }
        return observed.present() == wanted
                ? new Verdict(
                        Kind.CONFIRMED, "the %s was accepted and read back".formatted(asked), null)
                : new Verdict(Kind.CONTRADICTED, contradiction(asked, observed.present()), null);
    }

    /** A contradiction names the exchanges that prove it; they are in the log. */
    static Verdict proven(Verdict verdict, List<Exchange> exchanges) {
        if (verdict.kind() != Kind.CONTRADICTED || exchanges.isEmpty()) {
            return verdict;
        }
        // What decides comes last: the change, and the reading that shows otherwise.
        String proof =
                exchanges.stream()
                        .skip(Math.max(0, exchanges.size() - LONGEST_PROOF))
                        .filter(exchange -> !exchange.isLeftOut())
                        .map(Judging::inShort)
                        .collect(Collectors.joining("; "));
        return new Verdict(
                verdict.kind(),
                oneLine("%s (%s)".formatted(verdict.answer(), proof)),
                verdict.retryAfter());
    }

    private static String inShort(Exchange exchange) {
        Object status = exchange.status() == null ? "not at all" : exchange.status();
        return "%s %s answered %s".formatted(exchange.operation(), exchange.address(), status);
    }

    private static String contradiction(String asked, boolean present) {
        return "the target accepted the %s, but read back the membership is %s: it says that it did what it did not do"
                .formatted(asked, present ? "still there" : "not there");
    }

    private static Verdict failed(Answer answer, String before) {
        String why = oneLine(before + answer.why());
        return switch (answer) {
            case Answer.Transient t -> new Verdict(Kind.TRANSIENT, why, t.retryAfter());
            case Answer.Rejected _ -> new Verdict(Kind.REJECTED, why, null);
            case Answer.Unreachable _ -> new Verdict(Kind.UNREACHABLE, why, null);
            case Answer.Applied _, Answer.Observed _ ->
                    new Verdict(Kind.REJECTED, "the connector answered what was not asked", null);
        };
    }

    static String oneLine(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER) + "…";
    }
}
