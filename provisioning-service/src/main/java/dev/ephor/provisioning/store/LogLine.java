package dev.ephor.provisioning.store;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.Verdict;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Locale;
import org.hibernate.annotations.Immutable;

/** A row of {@code provisioning_log}, as it is read; written in batches by {@link SqlLog}. */
@Entity
@Immutable
@Table(name = "provisioning_log")
class LogLine extends PanacheEntityBase {
    @Id Long id;
    Instant time;
    String tenant;

    @Column(name = "group_id")
    String group;

    String principal;
    String access;
    String target;
    String activation;
    String change;
    int attempt;

    @Column(name = "duration_millis")
    long durationMillis;

    String outcome;
    String answer;
    String call;

    LogEntry entry() {
        return new LogEntry(
                id,
                time,
                new MembershipKey(tenant, group, principal, Access.of(access)),
                target,
                activation,
                Change.of(change),
                attempt,
                durationMillis,
                Verdict.Kind.valueOf(outcome.toUpperCase(Locale.ROOT)),
                answer,
                call);
    }
}
