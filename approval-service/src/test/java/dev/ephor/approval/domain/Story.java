package dev.ephor.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Event;
import java.util.List;

/** given(events).when(command).then(events) */
final class Story {
    private static final Approving APPROVING = new Approving();

    private final ApprovalState state;
    private List<Event.AboutMembership> happened = List.of();

    private Story(ApprovalState state) {
        this.state = state;
    }

    static Story given(Event.AboutMembership... events) {
        return new Story(APPROVING.replay(ApprovalState.UNSEEN, List.of(events)));
    }

    Story when(ApprovalCommand command) {
        happened = APPROVING.decide(command, state);
        return this;
    }

    void then(Event.AboutMembership... events) {
        assertThat(happened).containsExactly(events);
        // What is said can be replayed.
        APPROVING.replay(state, happened);
    }

    void thenNothing() {
        assertThat(happened).isEmpty();
    }

    ApprovalState state() {
        return APPROVING.replay(state, happened);
    }
}
