package dev.ephor.provisioning.application;

import dev.ephor.provisioning.domain.Delivery;
import dev.ephor.provisioning.domain.Provisioning;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A membership at its targets as it is stored.
 *
 * @param origins by activation
 */
public record Provisioned(Provisioning state, Map<String, Origin> origins) {

    public Provisioned {
        origins = Map.copyOf(origins);
    }

    Provisioned with(Provisioning next) {
        return new Provisioned(next, origins);
    }

    /** The story of an activation goes on from this event. */
    Provisioned from(String activation, Origin origin) {
        var more = new HashMap<>(origins);
        more.put(activation, origin);
        return new Provisioned(state, more);
    }

    /** Forgets the origins of activations that the state has forgotten. */
    Provisioned pruned() {
        var left = new HashMap<>(origins);
        left.keySet().removeIf(id -> !state.knows(id));
        return new Provisioned(state, left);
    }

    /** What targets have to be told now and did not have to before. */
    Stream<DueDelivery> wantedSince(@Nullable Provisioned before) {
        List<Delivery> known = before == null ? List.of() : before.state().deliveries();
        return state.deliveries().stream()
                .filter(d -> d.state() != Delivery.State.CONFIRMED && !known.contains(d))
                .map(d -> DueDelivery.of(state.key(), d));
    }
}
