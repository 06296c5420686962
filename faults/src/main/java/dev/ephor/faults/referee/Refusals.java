package dev.ephor.faults.referee;

import dev.ephor.faults.referee.Bounds.Kind;
import java.util.List;

/** While nothing is done to the platform no call fails. */
final class Refusals implements Invariant {
    @Override
    public List<Finding> check(History history) {
        var bounds = new Bounds(history.faults());
        List<Asked> calm =
                history.asked().stream()
                        .filter(a -> bounds.kindOf(new Span(a.sent(), a.answered())) == Kind.CALM)
                        .toList();
        return List.of(
                new Finding(
                        "I14",
                        "no call failed while nothing was done to the platform",
                        calm.size(),
                        calm.stream()
                                .filter(Asked::stumbled)
                                .map(
                                        a ->
                                                "%s of %s at %d was answered %d"
                                                        .formatted(
                                                                a.action(),
                                                                a.key(),
                                                                a.sent(),
                                                                a.status()))
                                .toList(),
                        ""));
    }
}
