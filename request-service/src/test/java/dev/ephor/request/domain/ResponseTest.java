package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ResponseEvent.ResponseBegun;
import dev.ephor.events.ResponseEvent.ResponseCompleted;
import dev.ephor.events.ResponseEvent.ResponseLapsed;
import dev.ephor.events.ResponseEvent.ResponseProposed;
import dev.ephor.events.ResponseEvent.SuspensionEnded;
import dev.ephor.events.Scope;
import dev.ephor.request.domain.Response.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What may happen to a response. */
class ResponseTest {
    private static final Scope ALL = Scope.tenant("tenant");
    private static final Instant UNTIL = NOW.plusSeconds(3600);
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private static Order order(Instant until) {
        return new Order("o1", ALL, true, true, until, "resp-1", Order.API, "ransom", NOW);
    }

    private static Response begun(Instant until) {
        Order order = order(until);
        return Response.of(order, Response.first(order, Optional.empty(), NOW));
    }

    private static Response proposed() {
        Order order = order(UNTIL);
        return Response.of(order, Response.first(order, Optional.of(QUARTER), NOW));
    }

    @Test
    void begins_at_once_where_nobody_else_is_needed() {
        assertThat(Response.first(order(UNTIL), Optional.empty(), NOW))
                .isInstanceOf(ResponseBegun.class);
        assertThat(begun(UNTIL).standing()).isTrue();
        assertThat(begun(UNTIL).status()).isEqualTo(Status.ENDING);
    }

    @Test
    void waits_for_a_second_person_and_suspends_nothing_until_then() {
        assertThat(Response.first(order(UNTIL), Optional.of(QUARTER), NOW))
                .isInstanceOf(ResponseProposed.class);
        assertThat(proposed().standing()).isFalse();
        assertThat(proposed().due()).contains(NOW.plus(QUARTER));
    }

    @Test
    void is_confirmed_by_another_in_time() {
        // Given
        Instant last = NOW.plus(QUARTER);

        // Then
        assertThat(proposed().confirm("resp-2", last.minusMillis(1)))
                .get()
                .isInstanceOf(ResponseBegun.class);
        assertThat(proposed().confirm("resp-1", NOW)).isEmpty();
        assertThat(proposed().confirm("resp-2", last)).isEmpty();
        assertThat(begun(UNTIL).confirm("resp-2", NOW)).isEmpty();
    }

    @Test
    void lapses_when_nobody_confirms_it() {
        // When
        var lapsed = proposed().pass(NOW.plus(QUARTER)).orElseThrow();

        // Then
        assertThat(lapsed).isInstanceOf(ResponseLapsed.class);
        assertThat(proposed().after(lapsed).due()).isEmpty();
        assertThat(proposed().pass(NOW.plus(QUARTER).minusMillis(1))).isEmpty();
    }

    @Test
    void stands_until_its_end_or_until_somebody_resumes() {
        // Given
        Response ended = begun(UNTIL).endedAll();

        // Then
        assertThat(ended.due()).contains(UNTIL);
        assertThat(ended.pass(UNTIL)).contains(new SuspensionEnded("o1", ALL, null, null, UNTIL));
        assertThat(begun(null).endedAll().due()).isEmpty();
        assertThat(begun(null).pass(Instant.MAX)).isEmpty();
        var resumed = begun(null).resume("resp-2", "over", NOW).orElseThrow();
        assertThat(resumed).isEqualTo(new SuspensionEnded("o1", ALL, "resp-2", "over", NOW));
        assertThat(begun(null).after(resumed).standing()).isFalse();
        assertThat(begun(null).after(resumed).resume("resp-2", "again", NOW)).isEmpty();
    }

    @Test
    void is_completed_once_and_only_when_all_is_ended() {
        // Given
        Response ended = begun(UNTIL).endedAll();

        // When
        var completed = ended.complete(20, NOW.plusSeconds(1)).orElseThrow();

        // Then
        assertThat(completed)
                .isEqualTo(new ResponseCompleted("o1", ALL, 20, NOW, NOW.plusSeconds(1)));
        assertThat(begun(UNTIL).complete(20, NOW)).isEmpty();
        assertThat(ended.after(completed).complete(20, NOW)).isEmpty();
        assertThat(ended.after(completed).standing()).isTrue();
    }
}
