package dev.ephor.request.store;

import dev.ephor.events.MembershipKey;
import dev.ephor.request.application.KeepConfiguration.Kept;
import dev.ephor.request.domain.Eligibility;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An eligibility as it is stored. */
@Entity
@Table(name = "eligibility")
public class EligibilityRow extends PanacheEntityBase {
    @Id public String id;
    public long version;

    @Column(name = "membership_key")
    public String membershipKey;

    @Column(name = "starts_at")
    public Instant startsAt;

    @Column(name = "ends_at")
    public Instant endsAt;

    public boolean removed;

    void take(Kept<Eligibility> kept) {
        Eligibility value = kept.value();
        version = kept.version();
        removed = value == null;
        if (value != null) {
            membershipKey = value.key().toString();
            startsAt = value.start();
            endsAt = value.end();
        }
    }

    Kept<Eligibility> kept() {
        return new Kept<>(version, removed ? null : eligibility());
    }

    Eligibility eligibility() {
        return new Eligibility(id, MembershipKey.parse(membershipKey), startsAt, endsAt);
    }
}
