package dev.ephor.membership.config;

import dev.ephor.kit.catalog.Catalog;
import dev.ephor.membership.application.Sightings;
import dev.ephor.membership.kafka.ObservationSender;
import java.time.Instant;
import java.util.concurrent.CompletionStage;

/** Tells what was found along with what the group's policy wants done about it. */
record PolicedSightings(Catalog catalog, ObservationSender observations) implements Sightings {

    @Override
    public CompletionStage<?> tell(Sighting found) {
        var group = catalog.group(found.key().tenant(), found.key().group());
        Instant revertAt = group.map(g -> g.driftPolicy().revertAt(found.at())).orElse(null);
        return observations.tell(found, revertAt);
    }
}
