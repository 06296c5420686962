package dev.ephor.provisioning.store;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.DueDelivery;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Provisioning;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two statements to load a batch, two to save it. */
@ApplicationScoped
class SqlProvisionings implements Provisionings {
    private final Sql sql;

    SqlProvisionings(Sql sql) {
        this.sql = sql;
    }

    @Override
    public Map<MembershipKey, Provisioned> lock(Collection<MembershipKey> keys) {
        List<String> texts = keys.stream().map(MembershipKey::toString).toList();
        // The memberships' locks, always taken in the order of their keys, cover their deliveries.
        List<MembershipRow> memberships =
                sql.select(MembershipRow.LOCK, texts, MembershipRow.class);
        Map<String, List<Delivery>> deliveries =
                sql.select(DeliveryRow.OF_KEYS, texts, DeliveryRow.class).stream()
                        .collect(
                                groupingBy(
                                        DeliveryRow::key,
                                        mapping(DeliveryRow::delivery, toList())));
        var found = new HashMap<MembershipKey, Provisioned>();
        keys.forEach(key -> found.put(key, new Provisioned(Provisioning.of(key), Map.of())));
        for (MembershipRow row : memberships) {
            Provisioned stored = row.provisioned(deliveries.getOrDefault(row.key(), List.of()));
            found.put(stored.state().key(), stored);
        }
        return found;
    }

    @Override
    public void save(Collection<Provisioned> changed) {
        sql.write(MembershipRow.SAVE, changed.stream().map(MembershipRow::of).toList());
        sql.write(
                DeliveryRow.SAVE,
                changed.stream()
                        .map(Provisioned::state)
                        .flatMap(s -> s.deliveries().stream().map(d -> DeliveryRow.of(s.key(), d)))
                        .toList());
    }

    @Override
    @Transactional
    public List<DueDelivery> unconfirmed() {
        var states = List.of(Delivery.State.PENDING.name(), Delivery.State.STUCK.name());
        return sql.select(DeliveryRow.OF_STATES, states, DeliveryRow.class).stream()
                .map(row -> DueDelivery.of(MembershipKey.parse(row.key()), row.delivery()))
                .toList();
    }
}
