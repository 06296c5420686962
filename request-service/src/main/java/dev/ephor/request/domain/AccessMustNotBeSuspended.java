package dev.ephor.request.domain;

import dev.ephor.events.CatalogEvent.GroupDefined;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** While a suspension stands, nobody gets what it covers, and no admin gives it. */
final class AccessMustNotBeSuspended implements Rule<Request> {
    @Override
    public String name() {
        return RuleNames.SUSPENDED;
    }

    @Override
    public @Nullable String objection(Request request) {
        GroupDefined group = request.circumstances().group();
        List<String> targets = group == null ? List.of() : group.targets();
        return request.circumstances().suspensions().stream()
                .filter(s -> s.stands(request.asking().now()))
                .filter(s -> s.covers(request.key(), targets))
                .findFirst()
                .map(Suspension::inWords)
                .orElse(null);
    }
}
