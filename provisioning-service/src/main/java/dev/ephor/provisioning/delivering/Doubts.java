package dev.ephor.provisioning.delivering;

import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.application.AtTarget.Sighting;
import dev.ephor.provisioning.application.Readings.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was seen once and would be news: it is believed when a later look sees the same, with the
 * same wanted of it. Between the two lies what a target lags behind itself, and what was under way.
 * Nothing is lost with it: what is forgotten is seen twice more.
 */
final class Doubts {
    private final Map<Place, Map<MembershipKey, Sighting>> open = new HashMap<>();

    /**
     * What came of a look.
     *
     * @param believed what is no news, and what was seen before
     * @param again whether something has to be looked at again
     */
    record Weighed(List<Sighting> believed, boolean again) {}

    synchronized Weighed weigh(Place place, List<Sighting> seen) {
        Map<MembershipKey, Sighting> before = open.getOrDefault(place, Map.of());
        var doubted = new HashMap<MembershipKey, Sighting>();
        var believed = new ArrayList<Sighting>();
        for (Sighting sighting : seen) {
            if (!sighting.isNew() || isSame(sighting, before.get(sighting.key()))) {
                believed.add(sighting);
            } else {
                doubted.put(sighting.key(), sighting);
            }
        }
        if (doubted.isEmpty()) {
            open.remove(place);
        } else {
            open.put(place, doubted);
        }
        return new Weighed(believed, !doubted.isEmpty());
    }

    private static boolean isSame(Sighting now, @Nullable Sighting before) {
        return before != null
                && before.present() == now.present()
                && before.standing().equals(now.standing());
    }
}
