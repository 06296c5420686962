package dev.ephor.approval.store;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
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
import java.util.Optional;
import java.util.stream.Stream;
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

    @Column(name = "lapses_at")
    @Nullable Instant lapsesAt;

    long said;
    @Nullable String traceparent;
    @Nullable String requested;
    @Nullable String opened;
    @Nullable String outcome;

    @Column(name = "outcome_type")
    @Nullable String outcomeType;

    List<Event.AboutMembership> story() {
        return Stream.of(
                        Optional.ofNullable(requested)
                                .map(text -> StoredEvent.read(text, ActivationRequested.class)),
                        Optional.ofNullable(opened)
                                .map(text -> StoredEvent.read(text, ApprovalOpened.class)),
                        Optional.ofNullable(outcome)
                                .map(text -> StoredEvent.read(text, outcomeType)))
                .<Event.AboutMembership>flatMap(Optional::stream)
                .toList();
    }

    void take(Event.AboutMembership event) {
        switch (event) {
            case ActivationRequested request -> requested = StoredEvent.write(request);
            case ApprovalOpened stage -> open(stage);
            case ActivationApproved approved -> close(approved);
            case ActivationDenied denied -> close(denied);
            case ApprovalLapsed lapsed -> close(lapsed);
            case DeactivationRequested wish -> close(wish);
            default -> throw new IllegalArgumentException(event + " is not about an approval");
        }
    }

    private void open(ApprovalOpened stage) {
        opened = StoredEvent.write(stage);
        status = Status.PENDING;
        lapsesAt = stage.lapsesAt();
    }

    private void close(Event.AboutMembership end) {
        outcome = StoredEvent.write(end);
        outcomeType = StoredEvent.typeOf(end);
        status = Status.CLOSED;
    }
}
