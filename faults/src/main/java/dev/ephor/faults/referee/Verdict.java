package dev.ephor.faults.referee;

import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** All findings about one run, and the figures by which runs can be compared. */
record Verdict(History history, List<Finding> findings) {
    private static final List<Invariant> ALL =
            List.of(
                    new Overstays(),
                    new Lost(),
                    new Doubled(),
                    new Repeated(),
                    new Order(),
                    new LeftBehind(),
                    new Drifts(),
                    new AuditLog(),
                    new Entries(),
                    new Refusals(),
                    new Readinesses());

    static Verdict of(History history) {
        return new Verdict(history, ALL.stream().flatMap(i -> i.check(history).stream()).toList());
    }

    /** A run in which nobody was given anything proves nothing. */
    boolean isPassed() {
        return activations() > 0 && findings.stream().noneMatch(Finding::isBroken);
    }

    /** Which invariants are broken, each once. */
    List<String> broken() {
        return findings.stream().filter(Finding::isBroken).map(Finding::name).distinct().toList();
    }

    void print(PrintStream out) {
        for (Finding finding : findings) {
            out.println("  " + finding.line());
            finding.shown().forEach(out::println);
        }
        out.println("  faults       " + faults());
        out.println("  activations  " + activations());
        history.places()
                .keySet()
                .forEach(place -> out.println("  lateness     " + lateness(place)));
        out.printf(
                "  lost %d, doubled %d, left behind %d%n",
                violations(f -> f.name().equals("I5")),
                violations(f -> f.name().equals("I6")),
                violations(f -> f.what().equals(LeftBehind.NOBODY)));
        out.println(isPassed() ? "PASSED" : "FAILED: " + String.join(", ", broken()));
    }

    private String faults() {
        Map<String, Long> kinds =
                history.faults().stream()
                        .collect(
                                Collectors.groupingBy(
                                        f -> f.kind() + " " + f.what(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return "%d: %s".formatted(history.faults().size(), kinds);
    }

    private long activations() {
        return history.asked().stream().filter(a -> !a.isEnding() && a.isCertain()).count();
    }

    private String lateness(String place) {
        List<Long> sorted = Overstays.calmLateness(history, place);
        if (sorted.isEmpty()) {
            return "no end at the %s without a fault".formatted(place);
        }
        int p99 = Math.max(0, (int) Math.ceil(0.99 * sorted.size()) - 1);
        return "at the %s, %d ends without a fault: p50 %d ms, p99 %d ms, worst %d ms"
                .formatted(
                        place,
                        sorted.size(),
                        sorted.get(sorted.size() / 2),
                        sorted.get(p99),
                        sorted.getLast());
    }

    private int violations(Predicate<Finding> which) {
        return findings.stream().filter(which).mapToInt(f -> f.violations().size()).sum();
    }
}
