package dev.ephor.quickstart.bench;

import java.io.PrintStream;
import java.util.List;

/** What became of the questions of a run. */
record Answers(List<Answer> all) {
    private static final double GOAL_MILLIS = 30;
    private static final int FAULTS_SHOWN = 5;

    Answers {
        all = List.copyOf(all);
    }

    /**
     * One of them.
     *
     * @param millis from when the question was due to the last byte of the answer
     * @param fault why it is not the right one; empty: it is
     */
    record Answer(String kind, double millis, String fault) {
        boolean isRight() {
            return fault.isEmpty();
        }
    }

    boolean areRight() {
        return all.stream().allMatch(Answer::isRight);
    }

    void print(PrintStream out) {
        List<String> kinds = all.stream().map(Answer::kind).distinct().toList();
        kinds.forEach(kind -> out.printf("  %-46s %s%n", kind, distribution(kind)));
        out.printf("  %-46s %s%n%n", "all", distribution(all));
        out.printf("Goal: p99 <= %.0f ms%n", GOAL_MILLIS);
        kinds.forEach(
                kind -> {
                    double p99 = distribution(kind).percentile(0.99);
                    String verdict = p99 <= GOAL_MILLIS ? "reached" : "NOT REACHED";
                    out.printf("  %-46s %s: %.1f ms%n", kind, verdict, p99);
                });
        all.stream()
                .filter(answer -> !answer.isRight())
                .limit(FAULTS_SHOWN)
                .forEach(answer -> out.printf("  WRONG ANSWER: %s%n", answer.fault()));
        out.printf(
                "%d of %d answers were right%n",
                all.stream().filter(Answer::isRight).count(), all.size());
    }

    private Distribution distribution(String kind) {
        return distribution(all.stream().filter(answer -> answer.kind().equals(kind)).toList());
    }

    private static Distribution distribution(List<Answer> answers) {
        return new Distribution(answers.stream().map(Answer::millis).toList());
    }
}
