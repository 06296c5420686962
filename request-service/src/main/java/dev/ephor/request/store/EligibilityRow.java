package dev.ephor.request.store;

import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Eligibility;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An eligibility as it is stored. */
@Entity
@Table(name = "eligibility")
public class EligibilityRow extends PanacheEntityBase {
    /** What became of it. */
    public enum State {
        /** It can be used from its start to its end. */
        LIVE,
        EXPIRED,
        REMOVED
    }

    /** Where it comes from. */
    public enum Origin {
        CONFIGURATION,
        REQUEST
    }

    @Id public String id;
    public long version;
    public String tenant;

    @Column(name = "group_id")
    public String group;

    public String principal;
    public String access;

    @Column(name = "membership_key")
    public String membershipKey;

    @Column(name = "starts_at")
    public Instant startsAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    @Enumerated(EnumType.STRING)
    public State state;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_using")
    public String createdUsing;

    @Column(name = "modified_at")
    public Instant modifiedAt;

    @Column(name = "warned_days")
    public Integer warnedDays;

    /** A new one that is configured. */
    static EligibilityRow configured(Eligibility value, Instant at) {
        var row = new EligibilityRow();
        row.version = 1;
        row.state = State.LIVE;
        row.origin = Origin.CONFIGURATION;
        row.createdAt = at;
        row.take(value);
        return row;
    }

    void take(Eligibility value) {
        MembershipKey key = value.key();
        id = value.id();
        tenant = key.tenant();
        group = key.group();
        principal = key.principal();
        access = key.access().wire();
        membershipKey = key.toString();
        startsAt = value.start();
        endsAt = value.end();
    }

    Kept<Eligibility> kept(boolean drifted) {
        return new Kept<>(version, state == State.LIVE ? eligibility() : null, drifted);
    }

    Eligibility eligibility() {
        return new Eligibility(id, MembershipKey.parse(membershipKey), startsAt, endsAt);
    }
}
