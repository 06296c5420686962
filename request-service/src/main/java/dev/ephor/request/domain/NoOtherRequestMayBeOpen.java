package dev.ephor.request.domain;

import dev.ephor.request.domain.Command.Submit;
import org.jspecify.annotations.Nullable;

/** One request of a key at a time. */
final class NoOtherRequestMayBeOpen implements Rule {
    @Override
    public String name() {
        return RuleNames.PENDING;
    }

    @Override
    public @Nullable String objection(Submit request, Held held) {
        return held.live(request.asking().now())
                .filter(Activation::isOpen)
                .map(a -> "An earlier request is still open: %s.".formatted(a.id()))
                .orElse(null);
    }
}
