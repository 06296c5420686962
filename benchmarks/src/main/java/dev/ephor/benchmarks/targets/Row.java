package dev.ephor.benchmarks.targets;

import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.bench.Distribution;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What came of a run.
 *
 * @param wrong changes that are not in the application's own journal, or are there twice
 */
record Row(
        String what,
        int changes,
        Distribution millis,
        Duration afterTheLast,
        Calls calls,
        int retried,
        int missing,
        int wrong) {

    /** Calls that an application got. */
    record Calls(long patches, long all) {
        static Calls of(ScimApplication app) {
            return new Calls(app.calls().of("PATCH"), app.calls().total());
        }

        Calls since(Calls before) {
            return new Calls(patches - before.patches, all - before.all);
        }
    }

    static void head(PrintStream out) {
        out.printf(
                "%n  %-46s %7s %9s %9s %9s %10s %8s %8s %8s%n",
                "",
                "changes",
                "p50 ms",
                "p99 ms",
                "worst ms",
                "last +s",
                "PATCHes",
                "calls",
                "retried");
    }

    void print(PrintStream out) {
        out.printf(
                Locale.ROOT,
                "  %-46s %7d %9.1f %9.1f %9.1f %10.2f %8.3f %8.3f %8d%s%n",
                what,
                changes,
                millis.percentile(0.5),
                millis.percentile(0.99),
                millis.worst(),
                afterTheLast.toMillis() / 1e3,
                (double) calls.patches / changes,
                (double) calls.all / changes,
                retried,
                isWhole() ? "" : "  MISSING %d WRONG %d".formatted(missing, wrong));
    }

    boolean isWhole() {
        return missing == 0 && wrong == 0;
    }
}
