package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.Scope;
import dev.ephor.kit.list.Condition;
import dev.ephor.request.domain.Order;
import dev.ephor.request.domain.Response;
import java.time.Instant;
import java.util.Objects;

/**
 * Which rows of {@code request} a response has still to end: what it ends is live no more, so the
 * same question again finds the next ones. What was asked for after it began is none of its.
 */
final class Reach {
    private static final String ACTIVATION = EventTypes.nameOf(ActivationRequested.class);

    private static final String HEARING =
            """
            group_id in (select split_part(key, '/', 3) from catalogue
             where (document::jsonb) -> 'targets' @> to_jsonb(?::text)
               and type = 'dev.ephor.catalog.group.defined.v1' and not removed and starts_with(key, ?))
            """;

    private Reach() {}

    static Condition of(Response response, Instant now, int atMost) {
        Order order = response.order();
        Instant begun = Objects.requireNonNull(response.begunAt());
        Condition which =
                Condition.of("tenant = ? and live and type = ?", order.scope().tenant(), ACTIVATION)
                        .and(of(order.scope()))
                        .and(Condition.of("requested_at <= ?", begun))
                        .and(Condition.of("(ends_at is null or ends_at > ?)", now))
                        .and(order.revokes() ? Condition.ANY : notBegun(order, now));
        return new Condition(
                "select id from request where " + which.sql() + " order by id limit " + atMost,
                which.parameters());
    }

    private static Condition of(Scope scope) {
        if (scope.id() == null) {
            return Condition.ANY;
        }
        return switch (scope.kind()) {
            case TENANT -> Condition.ANY;
            case ACTIVATION -> Condition.of("id = ?", scope.id());
            case PRINCIPAL -> Condition.of("principal = ?", scope.id());
            case GROUP -> Condition.of("group_id = ?", scope.id());
            case MEMBERSHIP ->
                    Condition.of("membership_key = ?", scope.tenant() + "/" + scope.id());
            case TARGET -> Condition.of(HEARING, scope.id(), "group/" + scope.tenant() + "/");
        };
    }

    private static Condition notBegun(Order order, Instant now) {
        Condition later = Condition.of("starts_at > ?", now);
        return Condition.of("starts_at is null")
                .or(
                        order.until() == null
                                ? later
                                : later.and(Condition.of("starts_at < ?", order.until())));
    }
}
