package dev.ephor.faults.referee;

import java.util.List;

/** Who calls itself ready answers, and is ready soon after its process is there. */
final class Readinesses implements Invariant {
    private static final long AT_MOST = Fault.TO_READY * Bounds.SLACK;

    @Override
    public List<Finding> check(History history) {
        List<Fault> restarts = history.faults().stream().filter(f -> f.ready() > 0).toList();
        long worst = restarts.stream().mapToLong(f -> f.ready() - f.until()).max().orElse(0);
        return List.of(
                new Finding(
                        "G7",
                        "ready means that it answers",
                        restarts.size(),
                        restarts.stream()
                                .filter(f -> !f.answers())
                                .map(f -> f.what() + " called itself ready and did not answer")
                                .toList(),
                        ""),
                new Finding(
                        "G7",
                        "ready soon after the process is there",
                        restarts.size(),
                        restarts.stream()
                                .filter(f -> f.ready() - f.until() > AT_MOST)
                                .map(
                                        f ->
                                                "%s was ready only %d ms after it was there"
                                                        .formatted(f.what(), f.ready() - f.until()))
                                .toList(),
                        "worst %d ms (at most %d)".formatted(worst, AT_MOST)));
    }
}
