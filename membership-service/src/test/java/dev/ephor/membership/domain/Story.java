package dev.ephor.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent;
import java.util.List;

/** Given what happened, when something is asked, then this is said. */
final class Story {
    static final int STUCK_AFTER = 3;

    private final MembershipDecider decider = new MembershipDecider(STUCK_AFTER, Facts.STUCK_AGE);
    private Grants state = Grants.none(Facts.KEY);
    private List<AboutMembership> news = List.of();

    static Story given(AboutMembership... happened) {
        var story = new Story();
        story.state = story.decider.replay(story.state, List.of(happened));
        return story;
    }

    Story when(Command command) {
        news = decider.decide(command, state);
        state = decider.replay(state, news);
        return this;
    }

    Story then(MembershipEvent... said) {
        assertThat(news.stream().filter(MembershipEvent.class::isInstance)).containsExactly(said);
        return this;
    }

    /** Nothing is said, and nothing has to be remembered. */
    Story thenNothing() {
        assertThat(news).isEmpty();
        return this;
    }

    Grants state() {
        return state;
    }
}
