package dev.ephor.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.events.Event;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** given(events).when(command).then(events) */
final class Story {
    private static final Approving APPROVING = new Approving();

    private final List<Event.AboutMembership> before;
    private final ApprovalState state;
    private Town town = Town.AS_USUAL;
    private List<Event.AboutMembership> happened = List.of();
    private Optional<Refusal> refusal = Optional.empty();

    private Story(List<Event.AboutMembership> before) {
        this.before = before;
        this.state = APPROVING.replay(ApprovalState.UNSEEN, before);
    }

    static Story given(Event.AboutMembership... events) {
        return new Story(List.of(events));
    }

    /** From now on, this is who is who. */
    Story but(Town other) {
        town = other;
        return this;
    }

    Story when(ApprovalCommand command) {
        happened = APPROVING.decide(command, state);
        return this;
    }

    Story wakes(Instant at) {
        return when(new Wake(setting(), at));
    }

    Story approves(String who, Instant at) {
        return approves(who, at, null);
    }

    Story approves(String who, Instant at, Duration duration) {
        var verdict = new Verdict(Choice.APPROVE, null, duration);
        return decides(Scene.person(who, Scene.weak()), verdict, at);
    }

    Story denies(String who, Instant at) {
        var verdict = new Verdict(Choice.DENY, null, null);
        return decides(Scene.person(who, Scene.weak()), verdict, at);
    }

    Story decides(SignedIn who, Verdict verdict, Instant at) {
        String stage = state instanceof Asked asked ? asked.course().current().id() : "none";
        return decides(stage, who, verdict, at);
    }

    Story decides(String stage, SignedIn who, Verdict verdict, Instant at) {
        var command = new Decide(who, stage, verdict, setting(), at);
        if (state instanceof Asked asked) {
            refusal = DecisionPolicy.refusal(command, asked);
        }
        return when(command);
    }

    /** What happened, as what was given before something else. */
    Story and() {
        var all = new ArrayList<>(before);
        all.addAll(happened);
        return new Story(all).but(town);
    }

    void then(Event.AboutMembership... events) {
        assertThat(refusal).isEmpty();
        assertThat(happened).containsExactly(events);
        // What is said can be replayed.
        APPROVING.replay(state, happened);
    }

    void thenNothing() {
        assertThat(happened).isEmpty();
    }

    void thenRefused(Refusal why) {
        assertThat(refusal).hasValue(why);
        assertThat(happened).isEmpty();
    }

    ApprovalState state() {
        return APPROVING.replay(state, happened);
    }

    private Setting setting() {
        return before.stream()
                .filter(ActivationRequested.class::isInstance)
                .map(ActivationRequested.class::cast)
                .findFirst()
                .map(town::setting)
                .orElse(new Setting(List.of(), Waiting.AS_THE_POLICY_SAYS, null, Set.of()));
    }
}
