package dev.ephor.membership.application;

import dev.ephor.events.ObservationEvent.ByPerson;
import java.util.concurrent.CompletionStage;

/** Needs to tell the topology what a person said, whichever instance they said it to. */
public interface PersonsWords {

    /**
     * Completes when the log has it.
     *
     * @param story the activation or drift that it is about
     */
    CompletionStage<?> tell(ByPerson word, String story);
}
