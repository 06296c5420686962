package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.request.application.FindRequests.Found;
import dev.ephor.request.application.FindRequests.FoundActivation;
import dev.ephor.request.application.FindRequests.FoundDeactivation;
import dev.ephor.request.application.FindRequests.FoundEligibilityRequest;
import dev.ephor.request.application.FindRequests.FoundRemoval;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.EligibilityRequest;
import dev.ephor.request.domain.RequestStatus;
import dev.ephor.request.domain.Window;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request object as it is stored. */
@Entity
@Table(name = "request")
public class RequestRow extends PanacheEntityBase {
    /** What is asked for: active access, or eligibility. */
    public enum Kind {
        ASSIGNMENT,
        ELIGIBILITY
    }

    /** The {@code type} of a row whose document is a request for eligibility. */
    static final String ELIGIBILITY_REQUEST = "EligibilityRequest";

    @Id public String id;

    @Enumerated(EnumType.STRING)
    public Kind kind;

    public String action;
    public String status;
    public String tenant;

    @Column(name = "group_id")
    public String group;

    public String principal;
    public String access;

    @Column(name = "membership_key")
    public String membershipKey;

    @Column(name = "requested_by")
    public String requestedBy;

    @Column(name = "requested_at")
    public Instant requestedAt;

    @Column(name = "completed_at")
    public Instant completedAt;

    public String type;
    public String document;
    public String[] approvers = {};
    public boolean live;

    @Column(name = "starts_at")
    public Instant startsAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    public String milestones = "[]";

    @Column(name = "schedule_id")
    public String scheduleId;

    public String ticket;
    public boolean rechecked;

    static RequestRow of(Activation activation) {
        ActivationRequested request = activation.request();
        RequestRow row = of(request, request.activationId(), request.action());
        row.asked(request.requestedBy(), request.requestedAt());
        row.scheduleId = request.activationId();
        row.ticket = number(request.ticket());
        row.take(activation);
        return row;
    }

    static RequestRow of(DeactivationRequested event) {
        RequestRow row = of(event, event.requestId(), RequestAction.SELF_DEACTIVATE);
        row.asked(event.requestedBy(), event.requestedAt());
        row.revoked(event.activationId(), event.requestedAt());
        return row;
    }

    static RequestRow of(RevocationRequested event) {
        RequestRow row = of(event, event.requestId(), RequestAction.ADMIN_REMOVE);
        row.asked(event.requestedBy(), event.requestedAt());
        row.revoked(event.activationId(), event.requestedAt());
        return row;
    }

    static RequestRow of(EligibilityRequest request) {
        RequestRow row = of(request.key(), request.id(), request.action());
        row.kind = Kind.ELIGIBILITY;
        row.type = ELIGIBILITY_REQUEST;
        row.asked(request.requestedBy(), request.requestedAt());
        row.scheduleId = request.eligibilityId();
        row.ticket = number(request.ticket());
        row.take(request);
        return row;
    }

    private static RequestRow of(RequestEvent event, String id, RequestAction action) {
        RequestRow row = of(event.key(), id, action);
        row.kind = Kind.ASSIGNMENT;
        row.type = EventTypes.nameOf(event.getClass());
        row.document = Documents.write(event);
        return row;
    }

    private static RequestRow of(MembershipKey key, String id, RequestAction action) {
        var row = new RequestRow();
        row.id = id;
        row.action = action.wire();
        row.tenant = key.tenant();
        row.group = key.group();
        row.principal = key.principal();
        row.access = key.access().wire();
        row.membershipKey = key.toString();
        return row;
    }

    private void asked(String by, Instant at) {
        requestedBy = by;
        requestedAt = at;
    }

    private void revoked(String activationId, Instant at) {
        scheduleId = activationId;
        status = RequestStatus.REVOKED.text();
        completedAt = at;
    }

    private static @Nullable String number(@Nullable Ticket given) {
        return given == null ? null : given.number();
    }

    /** What was heard of the activation since. */
    void take(Activation activation) {
        Window window = activation.window();
        startsAt = window == null ? null : window.start();
        endsAt = window == null ? null : window.end();
        live = !activation.isOver();
        status = activation.status().text();
        completedAt = activation.completedAt().orElse(null);
        rechecked = rechecked || (window != null && !activation.opensLater());
        approvers = activation.approvers().toArray(String[]::new);
        milestones = Documents.write(activation.progress().milestones());
    }

    /** What came of it. */
    void take(EligibilityRequest request) {
        document = Documents.write(request);
        status = request.status().text();
        completedAt = request.completedAt();
        startsAt = request.start();
        endsAt = request.end();
        live = request.isPending();
    }

    Activation activation() {
        Window window = startsAt == null ? null : new Window(startsAt, endsAt);
        return new Activation(
                (ActivationRequested) Documents.event(type, document),
                window,
                Documents.progress(milestones),
                List.of(approvers));
    }

    EligibilityRequest eligibilityRequest() {
        return Documents.read(document, EligibilityRequest.class);
    }

    Found found() {
        if (kind == Kind.ELIGIBILITY) {
            return new FoundEligibilityRequest(eligibilityRequest());
        }
        return switch (Documents.event(type, document)) {
            case DeactivationRequested event -> new FoundDeactivation(event);
            case RevocationRequested event -> new FoundRemoval(event);
            default -> new FoundActivation(activation());
        };
    }
}
