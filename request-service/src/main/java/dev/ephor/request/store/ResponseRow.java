package dev.ephor.request.store;

import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.application.KeepResponses.Kept;
import dev.ephor.request.domain.Order;
import dev.ephor.request.domain.Response;
import dev.ephor.request.domain.Response.Resumption;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A response as it is stored. */
@Entity
@Table(name = "response")
public class ResponseRow extends PanacheEntityBase {
    @Id public String id;
    public long version;
    public String tenant;

    @Enumerated(EnumType.STRING)
    public ScopeKind kind;

    @Column(name = "scope_id")
    public String scopeId;

    public boolean revokes;
    public boolean suspends;

    @Column(name = "until_at")
    public Instant until;

    @Column(name = "requested_by")
    public String requestedBy;

    public String via;
    public String reason;

    @Column(name = "requested_at")
    public Instant requestedAt;

    @Enumerated(EnumType.STRING)
    public Response.Status status;

    @Column(name = "confirm_by")
    public Instant confirmBy;

    @Column(name = "confirmed_by")
    public String confirmedBy;

    @Column(name = "begun_at")
    public Instant begunAt;

    @Column(name = "completed_at")
    public Instant completedAt;

    public boolean standing;

    @Column(name = "resumed_by")
    public String resumedBy;

    @Column(name = "resume_reason")
    public String resumeReason;

    @Column(name = "resumed_at")
    public Instant resumedAt;

    @Column(name = "due_at")
    public Instant dueAt;

    static ResponseRow of(Kept kept) {
        Order order = kept.response().order();
        var row = new ResponseRow();
        row.id = order.id();
        row.tenant = order.scope().tenant();
        row.kind = order.scope().kind();
        row.scopeId = order.scope().id();
        row.revokes = order.revokes();
        row.suspends = order.suspends();
        row.until = order.until();
        row.requestedBy = order.by();
        row.via = order.via();
        row.reason = order.reason();
        row.requestedAt = order.at();
        row.take(kept);
        return row;
    }

    /** What became of it since. */
    void take(Kept kept) {
        Response response = kept.response();
        version = kept.version();
        status = response.status();
        confirmBy = response.confirmBy();
        confirmedBy = response.confirmedBy();
        begunAt = response.begunAt();
        completedAt = response.completedAt();
        standing = response.standing();
        dueAt = response.due().orElse(null);
        Resumption resumption = response.resumption();
        if (resumption != null) {
            resumedBy = resumption.by();
            resumeReason = resumption.reason();
            resumedAt = resumption.at();
        }
    }

    Kept kept() {
        return new Kept(
                new Response(
                        order(),
                        status,
                        confirmBy,
                        confirmedBy,
                        begunAt,
                        completedAt,
                        standing,
                        resumption()),
                version);
    }

    private Order order() {
        return new Order(
                id,
                new Scope(tenant, kind, scopeId),
                revokes,
                suspends,
                until,
                requestedBy,
                via,
                reason,
                requestedAt);
    }

    private @Nullable Resumption resumption() {
        return resumedAt == null ? null : new Resumption(resumedBy, resumeReason, resumedAt);
    }
}
