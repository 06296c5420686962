package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Roster.Changed;
import dev.ephor.connector.Roster.Changes;
import dev.ephor.connector.Roster.Page;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A roster forgets nobody and invents nobody; skipped for a connector that offers none. */
interface ItListsWhoIsThere extends OnStage {

    @Test
    default void lists_everybody_who_holds_it() {
        // Given
        var many = scene().memberships(ItAnswersInOrder.MANY);
        scene().connector().grant(many.subList(0, 10));
        many.subList(10, many.size()).forEach(scene().world()::put);

        // When
        var listed = scene().listing().of(many.getFirst().group());

        // Then
        assertThat(listed).containsAll(Scene.ids(many)).doesNotHaveDuplicates();
    }

    @Test
    default void does_not_list_who_holds_it_no_more() {
        // Given
        var many = scene().memberships(3);
        scene().connector().grant(many);
        scene().withdraw(many.get(0));
        scene().world().take(many.get(1));

        // When
        var listed = scene().listing().of(many.getFirst().group());

        // Then
        assertThat(listed)
                .contains(many.get(2).principal().id())
                .doesNotContain(many.get(0).principal().id(), many.get(1).principal().id());
    }

    @Test
    default void says_why_it_can_not_list_a_group_that_is_not_there() {
        // When
        var page = scene().listing().page(scene().world().unknownGroup(), null);

        // Then
        assertThat(page)
                .isInstanceOfSatisfying(
                        Page.Unread.class,
                        unread -> assertThat(unread.failure()).isInstanceOf(Answer.Rejected.class));
    }

    @Test
    default void lists_nothing_while_the_world_is_broken() {
        // Given
        var membership = scene().membership();
        scene().listing();
        scene().suffer(Fault.BROKEN);

        // When
        var page = scene().listing().page(membership.group(), null);
        var changes = scene().listing().changes(List.of(membership.group()), null);

        // Then
        assertThat(page)
                .isInstanceOfSatisfying(
                        Page.Unread.class,
                        unread ->
                                assertThat(unread.failure()).isInstanceOf(Answer.Transient.class));
        assertThat(changes).isInstanceOfAny(Changes.Unread.class, Changes.NotOffered.class);
    }

    @Test
    default void passes_on_how_long_a_roster_has_to_wait() {
        // Given
        var membership = scene().membership();
        scene().listing();
        scene().suffer(Fault.THROTTLED);

        // When
        var page = scene().listing().page(membership.group(), null);

        // Then
        assertThat(page)
                .isInstanceOfSatisfying(
                        Page.Unread.class,
                        unread ->
                                assertThat(unread.failure())
                                        .isInstanceOfSatisfying(
                                                Answer.Transient.class,
                                                t ->
                                                        assertThat(t.retryAfter())
                                                                .isEqualTo(World.RETRY_AFTER)));
    }

    @Test
    default void tells_what_changed_since_a_mark() {
        // Given
        var many = scene().memberships(4);
        scene().connector().grant(many.subList(0, 2));
        String mark = scene().listing().settledMark(many.getFirst().group());
        scene().withdraw(many.get(0));
        scene().world().take(many.get(1));
        scene().grant(many.get(2));
        scene().world().put(many.get(3));

        // When
        var told = new ArrayList<Changed>();
        scene().await()
                .until(
                        () -> {
                            told.clear();
                            told.addAll(scene().listing().since(many.getFirst().group(), mark));
                            return told.size() >= 4;
                        });

        // Then
        assertThat(told)
                .containsExactlyInAnyOrder(
                        scene().changed(many.get(0), false),
                        scene().changed(many.get(1), false),
                        scene().changed(many.get(2), true),
                        scene().changed(many.get(3), true));
    }

    @Test
    default void tells_nothing_of_the_groups_that_were_not_asked_for() {
        // Given
        var asked = scene().membership();
        String mark = scene().listing().settledMark(asked.group());
        scene().world().put(scene().membership());
        scene().world().put(asked);

        // When
        var told = scene().listing().since(asked.group(), mark);

        // Then
        assertThat(told).allSatisfy(c -> assertThat(c.group()).isEqualTo(asked.group().id()));
    }

    @Test
    default void says_that_it_does_not_know_a_mark() {
        // Given
        var group = scene().world().group();
        scene().listing().settledMark(group);

        // When
        var changes = scene().listing().changes(List.of(group), "a mark from elsewhere");

        // Then
        assertThat(changes).isInstanceOf(Changes.MarkLost.class);
    }
}
