package dev.ephor.provisioning.application;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Exchange;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.MembershipKey;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Needs to speak to a target at once, because a person asks for it. */
public interface SpeakToTargets {

    /**
     * Has what waits for the target tried at once, whatever it waits for.
     *
     * @return how many memberships that are, at this instance
     */
    int hurry(String tenant, String target, Predicate<MembershipKey> which);

    /**
     * Has the target read at once, to find drift.
     *
     * @param group only this one; null: every managed one
     * @return how many groups that are
     */
    int reconcile(String tenant, String target, @Nullable String group);

    /** How the target is doing, as this instance sees it. */
    TargetState state(TargetDefined target);

    /**
     * Opens a target of its own as it is defined, and changes nothing there.
     *
     * @param checking whether it is also called, to find out whether it lets Ephor in
     */
    Trial trial(TargetDefined definition, boolean checking);

    /**
     * What came of a trial.
     *
     * @param answer {@code Applied(false)}: all is well
     * @param opened whether the definition is complete and right
     * @param exchanges without secrets; none where the target was not called
     */
    record Trial(Answer answer, boolean opened, Duration took, List<Exchange> exchanges) {
        public Trial {
            exchanges = List.copyOf(exchanges);
        }
    }
}
