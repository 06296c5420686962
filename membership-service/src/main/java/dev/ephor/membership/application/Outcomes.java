package dev.ephor.membership.application;

import dev.ephor.events.ObservationEvent;
import java.util.concurrent.CompletionStage;

/** Needs to tell the topology what came of a task. */
public interface Outcomes {

    /** Completes when the log has it; may take as long as the broker is away. */
    CompletionStage<?> tell(DirectoryTask task, ObservationEvent outcome);
}
