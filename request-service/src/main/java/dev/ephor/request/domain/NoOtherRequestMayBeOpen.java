package dev.ephor.request.domain;

import org.jspecify.annotations.Nullable;

/** One request of a key at a time. */
final class NoOtherRequestMayBeOpen implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.PENDING;
    }

    @Override
    public @Nullable String objection(Request request) {
        return request.held().live(request.key(), request.asking().now()).stream()
                .filter(Activation::isOpen)
                .findFirst()
                .map(a -> "An earlier request is still open: %s.".formatted(a.id()))
                .orElse(null);
    }
}
