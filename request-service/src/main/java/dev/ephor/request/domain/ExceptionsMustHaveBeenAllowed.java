package dev.ephor.request.domain;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What begins later may have met an incompatible group since; only what was allowed then goes on.
 */
final class ExceptionsMustHaveBeenAllowed implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.SEPARATION_OF_DUTIES;
    }

    @Override
    public @Nullable String objection(Request request) {
        var allowed =
                request.held()
                        .find(request.asking().id())
                        .map(a -> a.request().policy().stages())
                        .orElseThrow();
        String all =
                Conflict.of(request).stream()
                        .filter(Conflict::canBeExcepted)
                        .filter(conflict -> !allowed.contains(conflict.stage()))
                        .map(Conflict::inWords)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
