package dev.ephor.approval.store;

import dev.ephor.approval.application.Approval;
import dev.ephor.approval.application.Change;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * An approval as it is kept: the few events of its story, and beside them what is searched for. Its
 * state is the replay of the story.
 */
@Entity
@Table(name = "approval")
class ApprovalRow extends PanacheEntityBase {

    /** Whether somebody has to be waited for; how a closed one ended is in its events. */
    enum Status {
        PENDING,
        CLOSED
    }

    @Id
    @Column(name = "activation_id")
    String activationId;

    /** Null until it is stored, which is how Hibernate knows a new row without asking for it. */
    @Version @Nullable Integer revision;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    Status status = Status.CLOSED;

    @Column(name = "due_at")
    @Nullable Instant dueAt;

    long said;
    @Nullable String traceparent;
    String tenant = "";
    String target = "";

    @Column(name = "created_by")
    @Nullable String createdBy;

    @Column(name = "asked_at")
    @Nullable Instant askedAt;

    String story = "";

    static ApprovalRow of(Approval approval) {
        var row = new ApprovalRow();
        row.activationId = approval.activationId();
        row.traceparent = approval.traceparent();
        return row;
    }

    List<Event.AboutMembership> story() {
        return story.lines().map(StoredEvent::read).toList();
    }

    void take(Change change) {
        change.happened().forEach(this::note);
        story += change.happened().stream().map(StoredEvent::line).collect(Collectors.joining());
        said = change.before().said() + change.saidCount();
        if (change.after() instanceof Asked asked) {
            askedAt = asked.course().stages().getFirst().opened().openedAt();
        }
        if (change.after() instanceof Pending pending) {
            status = Status.PENDING;
            dueAt = pending.nextDue();
        } else {
            status = Status.CLOSED;
        }
    }

    private void note(Event.AboutMembership event) {
        tenant = event.key().tenant();
        target = lower(event.key().principal());
        if (event instanceof ActivationRequested request) {
            createdBy = lower(request.requestedBy());
        }
    }

    /** Persons are searched for in one spelling. */
    static String lower(String person) {
        return person.toLowerCase(Locale.ROOT);
    }
}
