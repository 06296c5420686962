package dev.ephor.request.rest;

import dev.ephor.kit.list.Condition;
import dev.ephor.kit.rest.QueryParameters;
import dev.ephor.request.domain.ObjectId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Query parameters of Ephor's own lists, each of which narrows a list. */
final class Narrowing {
    private Narrowing() {}

    /** By an object id, if the parameter is given. */
    static Condition by(QueryParameters given, String parameter, String column) {
        String id = given.text(parameter);
        return id == null ? Condition.ANY : Condition.of(column + " = ?", ObjectId.canonical(id));
    }

    /** By a time: from {@code from} on, before {@code to}. */
    static Condition between(QueryParameters given, String column) {
        return compared(column + " >= ?", given.instant("from"))
                .and(compared(column + " < ?", given.instant("to")));
    }

    private static Condition compared(String comparison, @Nullable Instant at) {
        return at == null ? Condition.ANY : Condition.of(comparison, at);
    }
}
