package dev.ephor.membership.config;

import dev.ephor.membership.application.Sightings;
import org.jboss.logging.Logger;

/** Reports what a sweep found as a line of the log; {@link SweepMeters} counts it. */
final class LoggedSightings implements Sightings {
    private static final Logger LOG = Logger.getLogger(LoggedSightings.class);

    @Override
    public void tell(Sighting sighting) {
        LOG.warnf(
                "Sighted at %s: the directory %s %s",
                sighting.at(), sighting.present() ? "has" : "does not have", sighting.key());
    }
}
