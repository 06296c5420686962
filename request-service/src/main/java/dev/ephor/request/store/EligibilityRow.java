package dev.ephor.request.store;

import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.domain.Warning;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

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
    public @Nullable Instant endsAt;

    @Enumerated(EnumType.STRING)
    public State state;

    @Enumerated(EnumType.STRING)
    public Origin origin;

    @Column(name = "created_at")
    public Instant createdAt;

    @Column(name = "created_using")
    public @Nullable String createdUsing;

    @Column(name = "modified_at")
    public @Nullable Instant modifiedAt;

    @Column(name = "warned_days")
    public @Nullable Integer warnedDays;

    @Column(name = "due_at")
    public @Nullable Instant dueAt;

    /** A new one that is configured. */
    static EligibilityRow configured(Eligibility value, Instant at) {
        var row = new EligibilityRow();
        row.version = 1;
        row.state = State.LIVE;
        row.origin = Origin.CONFIGURATION;
        row.createdAt = at;
        row.take(value, Warning.saidAtFirst(value.end(), at));
        return row;
    }

    void take(Eligibility value, @Nullable Warning said) {
        MembershipKey key = value.key();
        id = value.id();
        tenant = key.tenant();
        group = key.group();
        principal = key.principal();
        access = key.access().wire();
        membershipKey = key.toString();
        startsAt = value.start();
        endsAt = value.end();
        warned(said);
    }

    void warned(@Nullable Warning said) {
        warnedDays = said == null ? null : (int) said.before().toDays();
        dueAt = Warning.due(endsAt, said).orElse(null);
    }

    @Nullable Warning warned() {
        return warnedDays == null ? null : Warning.before(Duration.ofDays(warnedDays));
    }

    Kept<Eligibility> kept(boolean drifted) {
        return new Kept<>(version, state == State.LIVE ? eligibility() : null, drifted);
    }

    Eligibility eligibility() {
        return new Eligibility(id, MembershipKey.parse(membershipKey), startsAt, endsAt);
    }
}
