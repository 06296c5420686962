package dev.ephor.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.events.ProvisioningEvent.ProvisioningConfirmed;
import dev.ephor.events.ProvisioningEvent.ProvisioningRetried;
import dev.ephor.events.ProvisioningEvent.ProvisioningStuck;
import dev.ephor.provisioning.domain.ProvisioningCommand.Conclude;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.time.Instant;
import java.util.List;

/** One membership's story as the tests tell it: what is heard and taken, and what is then said. */
final class Story {
    static final MembershipKey KEY = new MembershipKey("t", "group-y", "dana", Access.MEMBER);
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Instant LATER = NOON.plusSeconds(60);
    static final Instant RETRY = NOON.plusSeconds(90);

    private final Provisioner provisioner = new Provisioner(3);
    private final List<String> targets;
    private Provisioning state = Provisioning.of(KEY);
    private List<OfMembership> said = List.of();

    private Story(List<String> targets) {
        this.targets = targets;
    }

    /** Of a group with these targets. */
    static Story of(String... targets) {
        return new Story(List.of(targets));
    }

    /** The same story, from here on with other targets configured. */
    Story withTargets(String... now) {
        var changed = new Story(List.of(now));
        changed.state = state;
        return changed;
    }

    Story hear(OfActivation event) {
        state = state.hear(event, targets);
        return decide(new Conclude(LATER));
    }

    Story confirm(String target, Change change, long generation) {
        return decide(new Take(target, change, generation, new Outcome.Confirmed(), LATER));
    }

    Story fail(String target, Change change, long generation, String reason) {
        var failed = new Outcome.Failed(reason, RETRY);
        return decide(new Take(target, change, generation, failed, LATER));
    }

    Story decide(ProvisioningCommand command) {
        said = provisioner.decide(command, state);
        state = provisioner.replay(state, said);
        return this;
    }

    /** What was said in answer to the last thing, and nothing else. */
    Story says(OfMembership... expected) {
        assertThat(said).containsExactly(expected);
        return this;
    }

    Provisioning state() {
        return state;
    }

    Delivery delivery(String target) {
        return state.delivery(target).orElseThrow();
    }

    List<OfMembership> said() {
        return said;
    }

    static ActivationGranted granted(String activation, long generation) {
        return new ActivationGranted(KEY, activation, generation, NOON.plusSeconds(3600), NOON);
    }

    static ActivationDeactivated ended(String activation, long generation) {
        return new ActivationDeactivated(KEY, activation, generation, "dana", NOON, true);
    }

    static ActivationDeactivated closed(String activation, long generation) {
        return new ActivationDeactivated(KEY, activation, generation, "dana", NOON, false);
    }

    static MembershipRemoved removed(String activation, long generation) {
        return new MembershipRemoved(KEY, activation, generation, NOON, NOON);
    }

    static ActivationActive active(String activation) {
        return new ActivationActive(KEY, activation, LATER);
    }

    static ActivationEnded over(String activation) {
        return new ActivationEnded(KEY, activation, LATER);
    }

    static ProvisioningConfirmed confirmed(
            String activation, long generation, String target, Change change, int attempts) {
        return new ProvisioningConfirmed(
                KEY, activation, generation, target, change, attempts, LATER);
    }

    static ProvisioningRetried retried(
            String activation, long generation, String target, Change change, int attempts) {
        return new ProvisioningRetried(
                KEY, activation, generation, target, change, attempts, "busy", RETRY);
    }

    static ProvisioningStuck stuck(
            String activation, long generation, String target, Change change, int attempts) {
        return new ProvisioningStuck(
                KEY, activation, generation, target, change, attempts, "busy", NOON);
    }
}
