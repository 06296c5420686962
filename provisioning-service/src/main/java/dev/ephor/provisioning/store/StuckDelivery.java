package dev.ephor.provisioning.store;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.StuckBoard.Stuck;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Immutable;

/** A row of {@code delivery}, as the stuck board reads it. */
@Entity
@Immutable
@Table(name = "delivery")
@IdClass(StuckDelivery.Place.class)
class StuckDelivery extends PanacheEntityBase {
    record Place(String key, String target) {}

    @Id String key;
    @Id String target;
    String tenant;
    String change;
    String state;
    List<String> activations;
    int attempts;
    Instant since;

    @Column(name = "retry_at")
    Instant retryAt;

    @Column(name = "last_answer")
    String lastAnswer;

    Stuck stuck() {
        return new Stuck(
                MembershipKey.parse(key),
                target,
                Change.of(change),
                activations,
                attempts,
                since,
                lastAnswer,
                retryAt,
                List.of());
    }
}
