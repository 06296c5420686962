package dev.ephor.approval.store;

import dev.ephor.approval.application.Suspensions;
import dev.ephor.approval.domain.Persons;
import dev.ephor.events.Scope;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Suspensions} in the table {@code suspension}. */
@ApplicationScoped
class SqlSuspensions implements Suspensions, PanacheRepositoryBase<SuspensionRow, String> {
    private static final String OF =
            """
            select person from suspension
             where tenant = ? and (person is null or person = any(?)) and (until_at is null or until_at > ?)
            """;

    private final Rows rows;
    private final Clock clock;

    SqlSuspensions(DataSource database, Clock clock) {
        this.rows = new Rows(database);
        this.clock = clock;
    }

    @Override
    public Set<String> of(String tenant, Collection<String> people) {
        List<String> lower = people.stream().map(ApprovalRow::lower).toList();
        var suspended = Persons.of(Set.of());
        rows.list(
                        Condition.of(OF, tenant, lower, clock.instant()),
                        row -> Optional.ofNullable(row.getString(1)))
                .forEach(person -> suspended.addAll(person.map(List::of).orElse(lower)));
        return suspended;
    }

    @Override
    public void begin(String response, Scope scope, @Nullable Instant until) {
        persistAndFlush(SuspensionRow.of(response, scope, until));
    }

    @Override
    public void end(String response) {
        delete("responseId", response);
    }
}
