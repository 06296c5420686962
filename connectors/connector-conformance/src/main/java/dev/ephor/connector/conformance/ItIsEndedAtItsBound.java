package dev.ephor.connector.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;

/**
 * What was granted with a bound ends there though nobody withdraws it, not earlier, and not later;
 * skipped for a connector that offers no such grants.
 */
interface ItIsEndedAtItsBound extends OnStage {

    Duration HOUR = Duration.ofHours(1);

    @Test
    default void holds_what_is_bounded_until_its_bound() {
        // Given
        var membership = scene().membership();
        var answer = scene().grantFor(membership, HOUR);

        // When
        scene().world().passTime(HOUR.minusMinutes(5));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(scene().observe(membership)).isEqualTo(new Answer.Observed(true));
    }

    @Test
    default void is_ended_by_the_other_side_at_its_bound() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR);

        // When
        scene().world().passTime(HOUR.plusMinutes(5));

        // Then
        isGone(membership);
        assertThat(scene().observe(membership)).isEqualTo(new Answer.Observed(false));
    }

    @Test
    default void is_ended_later_when_its_bound_is_moved_out() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR);

        // When
        var answer = scene().grantFor(membership, HOUR.multipliedBy(3));
        scene().world().passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(answer.succeeded()).isTrue();
        assertThat(scene().holders(membership.group()))
                .containsExactly(membership.principal().id());
        scene().world().passTime(HOUR.multipliedBy(2));
        isGone(membership);
    }

    @Test
    default void is_ended_earlier_when_its_bound_is_moved_in() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR.multipliedBy(3));

        // When
        scene().grantFor(membership, HOUR);
        scene().world().passTime(HOUR.multipliedBy(2));

        // Then
        isGone(membership);
    }

    @Test
    default void withdraws_what_is_bounded_long_before_its_bound() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR);

        // When
        var answer = scene().withdraw(membership);

        // Then
        assertThat(answer.succeeded()).isTrue();
        isGone(membership);
        assertThat(scene().observe(membership)).isEqualTo(new Answer.Observed(false));
    }

    @Test
    default void withdraws_what_has_ended_by_itself() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR);
        scene().world().passTime(HOUR.plusMinutes(5));
        isGone(membership);

        // When
        var answer = scene().withdraw(membership);

        // Then
        assertThat(answer).isInstanceOf(Answer.Applied.class);
    }

    @Test
    default void gives_again_what_was_withdrawn_a_moment_ago() {
        // Given
        var membership = scene().membership();
        scene().grantFor(membership, HOUR);
        scene().withdraw(membership);
        isGone(membership);

        // When
        var answer = scene().grantFor(membership, HOUR);

        // Then
        assertThat(answer.succeeded()).isTrue();
        assertThat(scene().observe(membership)).isEqualTo(new Answer.Observed(true));
        scene().world().passTime(HOUR.plusMinutes(5));
        isGone(membership);
    }

    @Test
    default void bounds_what_was_given_without_a_bound() {
        // Given
        var membership = scene().membership();
        scene().grant(membership);

        // When
        scene().grantFor(membership, HOUR);
        scene().world().passTime(HOUR.plusMinutes(5));

        // Then
        isGone(membership);
    }

    @Test
    default void answers_for_each_of_many_with_a_bound() {
        // Given
        var many = scene().memberships(ItAnswersInOrder.MANY);
        var group = many.getFirst().group();
        var asked = new ArrayList<>(many);
        asked.set(1, scene().of(group, scene().world().unknownPrincipal()));

        // When
        var answers = scene().grantFor(asked, HOUR);

        // Then
        assertThat(answers.get(1)).isInstanceOf(Answer.Rejected.class);
        assertThat(answers).filteredOn(Answer::succeeded).hasSize(asked.size() - 1);
        assertThat(scene().holders(group)).hasSize(asked.size() - 1);
    }

    private void isGone(Membership membership) {
        assertThat(scene().holders(membership.group())).isEmpty();
    }
}
