package dev.ephor.provisioning.delivering;

import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.provisioning.application.AtTarget.Sighting;
import dev.ephor.provisioning.application.ComparingTargets;
import dev.ephor.provisioning.application.Readings;
import dev.ephor.provisioning.application.Readings.Place;
import dev.ephor.provisioning.delivering.Timetable.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Reads one group at one target, has the differences taken note of, and says when to come again.
 */
@ApplicationScoped
class Visiting {
    private static final Logger LOG = Logger.getLogger(Visiting.class);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final Looking looking;
    private final ComparingTargets comparing;
    private final Readings readings;
    private final ReadingTerms terms;
    private final Limits limits;
    private final DriftMetrics metrics;
    private final Clock clock;
    private final Doubts doubts = new Doubts();

    Visiting(
            Looking looking,
            ComparingTargets comparing,
            Readings readings,
            ReadingTerms terms,
            Limits limits,
            DriftMetrics metrics,
            Clock clock) {
        this.looking = looking;
        this.comparing = comparing;
        this.readings = readings;
        this.terms = terms;
        this.limits = limits;
        this.metrics = metrics;
        this.clock = clock;
    }

    /** What a visit failed of is tried again soon, and forgets nothing. */
    Visit visit(Visit visit) throws InterruptedException {
        Place place = visit.place();
        try {
            Instant now = clock.instant();
            Duration every = visit.asked() ? Duration.ZERO : terms.every();
            Optional<Instant> later = readings.begin(place, now, every);
            if (later.isPresent()) {
                return new Visit(place, later.get(), false);
            }
            return read(place);
        } catch (Asking.Unread e) {
            LOG.debugf("%s cannot be read: %s", place, e.getMessage());
        } catch (RuntimeException e) {
            // Its text may quote a secret of the target's.
            LOG.warnf("Reading %s failed: %s", place, Telling.withoutItsText(e));
        }
        metrics.unread(place);
        return new Visit(place, clock.instant().plus(shorter(AFTER_FAILURE, terms.every())), true);
    }

    private Visit read(Place place) throws InterruptedException {
        Looking.Seen seen = looking.look(place);
        metrics.read(place, seen.look().took());
        Doubts.Weighed weighed = doubts.weigh(place, seen.look().sightings());
        take(place, seen.look(), weighed.believed());
        Instant now = clock.instant();
        if (!weighed.again()) {
            return new Visit(place, now.plus(terms.every()), false);
        }
        boolean lags = seen.lag().compareTo(terms.settle()) > 0;
        return new Visit(place, now.plus(lags ? seen.lag() : terms.settle()), true);
    }

    private void take(Place place, ComparingTargets.Look look, List<Sighting> believed) {
        // What is as it should be says nothing, and is most of it.
        List<Sighting> telling = believed.stream().filter(Visiting::isTelling).toList();
        for (int from = 0; from < telling.size(); from += limits.batch()) {
            int to = Math.min(from + limits.batch(), telling.size());
            var part =
                    new ComparingTargets.Look(
                            look.target(),
                            telling.subList(from, to),
                            look.at(),
                            look.took(),
                            look.call());
            for (TargetDriftDetected drift : comparing.take(part)) {
                metrics.found(place, drift.kind());
            }
        }
    }

    private static boolean isTelling(Sighting sighting) {
        return sighting.isNew() || sighting.isDrifted();
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
