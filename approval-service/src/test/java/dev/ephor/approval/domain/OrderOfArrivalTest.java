package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static dev.ephor.approval.domain.Story.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.events.Event;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OrderOfArrivalTest {
    private static final Instant T1 = T0.plusSeconds(120);

    @ParameterizedTest
    @MethodSource("stories")
    void a_redelivered_request_does_nothing(List<Event.AboutMembership> story) {
        given(story.toArray(Event.AboutMembership[]::new))
                .when(consider(requested()))
                .thenNothing();
    }

    static Stream<List<Event.AboutMembership>> stories() {
        return Stream.of(
                List.of(requested(), approved(T0, null)),
                List.of(requested(), lapsed(T0)),
                List.of(requested(), opened()),
                List.of(requested(), opened(), lapsed(T1)),
                List.of(requested(), opened(), takenBack(T1)),
                List.of(requested(), opened(), approved(T1, by("arno"))),
                List.of(requested(), opened(), denied(T1, by("arno"))),
                List.of(takenBack(T1)));
    }

    @Test
    void a_pending_request_is_withdrawn() {
        for (var wish : withdrawals(T1)) {
            given(requested(), opened()).when(new TakeBack(wish)).then(wish);
        }
    }

    @Test
    void what_is_taken_back_again_changes_nothing() {
        given(requested(), opened(), takenBack(T1)).when(takeBack(T1)).thenNothing();
        given(takenBack(T1)).when(takeBack(T1)).thenNothing();
    }

    @Test
    void giving_back_what_was_approved_is_not_ours_to_handle() {
        given(requested(), opened(), approved(T1, by("arno"))).when(takeBack(T1)).thenNothing();
        given(requested(), approved(T0, null)).when(takeBack(T1)).thenNothing();
    }

    @Test
    void taking_back_what_has_ended_changes_nothing() {
        given(requested(), opened(), denied(T1, by("arno"))).when(takeBack(T1)).thenNothing();
        given(requested(), opened(), lapsed(T1)).when(takeBack(T1)).thenNothing();
    }

    @Test
    void a_wish_that_overtakes_its_request_is_remembered() {
        for (var wish : withdrawals(T1)) {
            given().when(new TakeBack(wish)).then(wish);
            given(wish).when(consider(requested(policy(), null, null))).thenNothing();
        }
    }

    @Test
    void a_story_that_cannot_be_is_not_replayed() {
        assertThatThrownBy(() -> given(requested(), approved(T0, null), denied(T1, by("arno"))))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> given(opened())).isInstanceOf(IllegalStateException.class);
    }
}
