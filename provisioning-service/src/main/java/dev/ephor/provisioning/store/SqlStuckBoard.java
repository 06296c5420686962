package dev.ephor.provisioning.store;

import dev.ephor.provisioning.application.StuckBoard;
import dev.ephor.provisioning.domain.Delivery;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;

/** The stuck board, read from the deliveries themselves. */
@ApplicationScoped
class SqlStuckBoard implements StuckBoard {

    @Override
    @Transactional
    public List<Stuck> of(String tenant) {
        return StuckDelivery.<StuckDelivery>find(
                        "tenant = ?1 and state = ?2",
                        // The words sort as wanted: withdraw before grant.
                        Sort.descending("change").and("since", Sort.Direction.Ascending),
                        tenant,
                        Delivery.State.STUCK.name())
                .stream()
                .map(StuckDelivery::stuck)
                .toList();
    }
}
