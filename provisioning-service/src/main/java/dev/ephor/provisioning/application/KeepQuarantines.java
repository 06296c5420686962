package dev.ephor.provisioning.application;

import java.time.Instant;
import java.util.Optional;

/** Where it is kept which targets are in quarantine, as every instance knows it. */
public interface KeepQuarantines {

    /**
     * @return whether it was in none
     */
    boolean begin(Quarantine quarantine);

    /** Ends one; empty where there was none. */
    Optional<Quarantine> end(String tenant, String target);

    /**
     * @param id by which the events name it
     */
    record Quarantine(String tenant, String target, String id, Instant since) {}
}
