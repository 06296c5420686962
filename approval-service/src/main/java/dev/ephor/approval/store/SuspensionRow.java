package dev.ephor.approval.store;

import dev.ephor.events.Scope;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody, or everybody of a tenant, whose access a response suspends. */
@Entity
@Table(name = "suspension")
class SuspensionRow {
    @Id
    @Column(name = "response_id")
    String responseId;

    String tenant;

    /** Null: everybody. */
    @Nullable String person;

    @Column(name = "until_at")
    @Nullable Instant until;

    static SuspensionRow of(String response, Scope scope, @Nullable Instant until) {
        var row = new SuspensionRow();
        row.responseId = response;
        row.tenant = scope.tenant();
        row.person = scope.id() == null ? null : ApprovalRow.lower(scope.id());
        row.until = until;
        return row;
    }
}
