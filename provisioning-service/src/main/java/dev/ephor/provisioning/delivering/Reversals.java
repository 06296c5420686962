package dev.ephor.provisioning.delivering;

import dev.ephor.provisioning.application.DriftBoard;
import dev.ephor.provisioning.application.DriftBoard.Drifted;
import dev.ephor.provisioning.application.RevertingDrift;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Knows when drift is to be reverted, from the database: a restart forgets none. */
@ApplicationScoped
class Reversals {
    private static final Logger LOG = Logger.getLogger(Reversals.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);

    private final DriftBoard board;
    private final RevertingDrift reverting;
    private final DriftMetrics metrics;
    private final Limits limits;
    private final Clock clock;

    Reversals(
            DriftBoard board,
            RevertingDrift reverting,
            DriftMetrics metrics,
            Limits limits,
            Clock clock) {
        this.board = board;
        this.reverting = reverting;
        this.metrics = metrics;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Has reverted what is due.
     *
     * @return when something is due next; empty: nothing will be that is known
     */
    Optional<Instant> revertDue() {
        Instant now = clock.instant();
        try {
            metrics.drifted(board.count());
            List<Drifted> all = board.toRevert();
            List<Drifted> due = all.stream().filter(d -> !due(d).isAfter(now)).toList();
            for (int from = 0; from < due.size(); from += limits.batch()) {
                reverting.revert(due.subList(from, Math.min(from + limits.batch(), due.size())));
            }
            return all.stream().map(Reversals::due).filter(now::isBefore).min(Instant::compareTo);
        } catch (RuntimeException e) {
            LOG.warnf("Drift at targets waits to be reverted: %s", e.getMessage());
            return Optional.of(now.plus(AFTER_FAILURE));
        }
    }

    private static Instant due(Drifted drifted) {
        return Objects.requireNonNull(drifted.drift().due());
    }
}
