package dev.ephor.provisioning.application;

import dev.ephor.events.TargetEvent;
import dev.ephor.events.TargetEvent.TargetQuarantined;
import dev.ephor.events.TargetEvent.TargetReleased;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.Journal;
import dev.ephor.kit.time.Ids;
import dev.ephor.provisioning.application.KeepQuarantines.Quarantine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * Says that a target entered quarantine, and that it left it: once each, whoever notices it first.
 */
@ApplicationScoped
public class RecordingQuarantines {
    private final KeepQuarantines quarantines;
    private final Journal journal;
    private final Ids ids;
    private final Clock clock;

    RecordingQuarantines(KeepQuarantines quarantines, Journal journal, Ids ids, Clock clock) {
        this.quarantines = quarantines;
        this.journal = journal;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param lastAnswer one line, without secrets
     */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void enter(String tenant, String target, Instant failingSince, String lastAnswer) {
        // As exact as the database keeps it: the end of it says the same time again.
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var quarantine = new Quarantine(tenant, target, ids.next(), now);
        if (quarantines.begin(quarantine)) {
            say(
                    quarantine,
                    0,
                    new TargetQuarantined(
                            tenant, target, quarantine.id(), failingSince, lastAnswer, now));
        }
    }

    /** Does nothing where it was in none. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public void leave(String tenant, String target) {
        quarantines
                .end(tenant, target)
                .ifPresent(
                        q ->
                                say(
                                        q,
                                        1,
                                        new TargetReleased(
                                                tenant,
                                                target,
                                                q.id(),
                                                q.since(),
                                                clock.instant())));
    }

    private void say(Quarantine quarantine, long version, TargetEvent event) {
        var cause = new Cause(quarantine.id(), null, null, clock.instant());
        journal.append("quarantine/" + quarantine.id(), version, List.of(event), cause);
    }
}
