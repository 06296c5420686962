package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** What is active, or approved for later, is not activated again. */
final class NotAlreadyActive implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.EXISTS;
    }

    @Override
    public @Nullable String objection(Request request) {
        return request.held().live(request.key(), request.asking().now()).stream()
                .filter(a -> !a.isOpen())
                .findFirst()
                .map(a -> "The access is already active by the activation %s.".formatted(a.id()))
                .orElse(null);
    }
}
