package dev.ephor.request.store;

import dev.ephor.events.EventTypes;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.request.application.FindRequests.Found;
import dev.ephor.request.application.FindRequests.FoundActivation;
import dev.ephor.request.application.FindRequests.FoundDeactivation;
import dev.ephor.request.domain.Activation;
import dev.ephor.request.domain.Progress;
import dev.ephor.request.domain.Window;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;

/** A request object as it is stored. */
@Entity
@Table(name = "request")
public class RequestRow extends PanacheEntityBase {
    @Id public String id;
    public String tenant;
    public String principal;

    @Column(name = "membership_key")
    public String membershipKey;

    @Column(name = "requested_at")
    public Instant requestedAt;

    public String type;
    public String document;
    public String[] approvers;
    public boolean live;

    @Column(name = "starts_at")
    public Instant startsAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    public String milestones;

    static RequestRow of(Activation activation) {
        RequestRow row =
                of(activation.request(), activation.id(), activation.request().requestedAt());
        row.approvers = activation.approvers().toArray(String[]::new);
        row.take(activation);
        return row;
    }

    static RequestRow of(DeactivationRequested event) {
        RequestRow row = of(event, event.requestId(), event.requestedAt());
        row.approvers = new String[0];
        row.milestones = Documents.write(List.of());
        return row;
    }

    private static RequestRow of(RequestEvent event, String id, Instant requestedAt) {
        var row = new RequestRow();
        row.id = id;
        row.tenant = event.key().tenant();
        row.principal = event.key().principal();
        row.membershipKey = event.key().toString();
        row.requestedAt = requestedAt;
        row.type = EventTypes.nameOf(event.getClass());
        row.document = Documents.write(event);
        return row;
    }

    /** What was heard of the activation since. */
    void take(Activation activation) {
        Window window = activation.window();
        startsAt = window == null ? null : window.start();
        endsAt = window == null ? null : window.end();
        live = !activation.isOver();
        milestones = Documents.write(activation.progress().milestones());
    }

    Activation activation() {
        Window window = startsAt == null ? null : new Window(startsAt, endsAt);
        Progress progress = Documents.progress(milestones);
        return new Activation(
                (ActivationRequested) Documents.event(type, document), window, progress);
    }

    Found found() {
        return Documents.event(type, document) instanceof DeactivationRequested event
                ? new FoundDeactivation(event)
                : new FoundActivation(activation());
    }
}
