package dev.ephor.request.domain;

import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** What is active, or approved for later, is not activated again. */
final class NotAlreadyActive implements Rule {
    @Override
    public String name() {
        return RuleNames.EXISTS;
    }

    @Override
    public @Nullable String objection(Submit request, Held held) {
        return held.live(request.asking().now())
                .filter(a -> !a.isOpen())
                .map(a -> "The access is already active by the activation %s.".formatted(a.id()))
                .orElse(null);
    }
}
