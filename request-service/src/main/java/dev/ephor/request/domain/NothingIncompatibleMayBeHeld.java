package dev.ephor.request.domain;

import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Separation of duties: of two incompatible groups one is held, unless somebody allows an
 * exception.
 */
final class NothingIncompatibleMayBeHeld implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.SEPARATION_OF_DUTIES;
    }

    @Override
    public @Nullable String objection(Request request) {
        String all =
                Conflict.of(request).stream()
                        .filter(conflict -> !conflict.canBeExcepted())
                        .map(Conflict::inWords)
                        .distinct()
                        .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
