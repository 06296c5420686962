package dev.ephor.benchmarks.targets;

import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * A membership that a target is to be told of.
 *
 * @param grants else it is taken away
 * @param after from the beginning of the run
 */
record Change(int group, int person, boolean grants, Duration after) {

    /** The activation's id. */
    String story() {
        return "a-" + group + "-" + person;
    }

    /** What the topology says of it: of a removal, that the directory confirmed it too. */
    List<MembershipEvent> events() {
        var key = People.key(group, person);
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        return grants
                ? List.of(new ActivationGranted(key, story(), 1, now.plusSeconds(86_400), now))
                : List.of(
                        new ActivationDeactivated(key, story(), 2, People.id(person), now, true),
                        new MembershipRemoved(key, story(), 2, now, now));
    }

    /** The type of the event that says that everybody confirmed it. */
    String confirmation() {
        return grants ? "dev.ephor.activation.active.v1" : "dev.ephor.activation.ended.v1";
    }
}
