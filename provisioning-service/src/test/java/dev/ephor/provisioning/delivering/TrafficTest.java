package dev.ephor.provisioning.delivering;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.WriteBudget;
import dev.ephor.events.Change;
import dev.ephor.provisioning.application.TargetState.Condition;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.application.Verdict.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TrafficTest {
    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final Verdict DOWN = new Verdict(Kind.UNREACHABLE, "nobody answers", null);
    private static final Verdict FINE = new Verdict(Kind.CONFIRMED, "read back", null);

    private final Backoff backoff =
            new Backoff(
                    Duration.ofSeconds(1),
                    Duration.ofMinutes(1),
                    Duration.ofSeconds(10),
                    Duration.ofMinutes(5));
    private final Traffic traffic =
            new Traffic(
                    new TargetId("t", "app1"),
                    new Breaker(
                            new BreakerTerms(3, Duration.ofMinutes(5), Duration.ofMinutes(5)),
                            backoff),
                    backoff.askedAtMost());

    @Test
    void lets_every_lane_wait_as_long_as_the_target_asked_one_of_them_to() {
        // Given
        ask(Change.GRANT, NOON);
        traffic.heard(List.of(busy(Duration.ofSeconds(30))), NOON);

        // When
        var grant = ask(Change.GRANT, NOON.plusSeconds(29));

        // Then
        assertThat(grant).isEqualTo(new Passage.Later(NOON.plusSeconds(30)));
        assertThat(ask(Change.WITHDRAW, NOON.plusSeconds(29)))
                .isEqualTo(new Passage.Later(NOON.plusSeconds(30)));
        assertThat(ask(Change.WITHDRAW, NOON.plusSeconds(31))).isInstanceOf(Passage.Go.class);
    }

    @Test
    void obeys_the_target_also_where_only_some_of_a_call_were_throttled() {
        // Given
        ask(Change.GRANT, NOON);

        // When
        traffic.heard(List.of(FINE, busy(Duration.ofSeconds(7))), NOON);

        // Then
        assertThat(ask(Change.GRANT, NOON)).isEqualTo(new Passage.Later(NOON.plusSeconds(7)));
    }

    @Test
    void does_not_let_a_target_ask_for_hours() {
        // Given
        ask(Change.GRANT, NOON);

        // When
        traffic.heard(List.of(busy(Duration.ofHours(6))), NOON);

        // Then
        assertThat(ask(Change.WITHDRAW, NOON))
                .isEqualTo(new Passage.Later(NOON.plus(Duration.ofMinutes(5))));
    }

    @Test
    void tells_no_more_than_the_target_lets_be_written_and_leaves_a_part_to_removals() {
        // Given
        var terms = new WriteBudget(8, Duration.ofSeconds(8), 10, 10);

        // When
        var grants = traffic.ask(Change.GRANT, 200, terms, NOON);

        // Then
        assertThat(grants).isEqualTo(new Passage.Go(60, false));
        assertThat(traffic.ask(Change.GRANT, 1, terms, NOON)).isInstanceOf(Passage.Later.class);
        assertThat(traffic.ask(Change.WITHDRAW, 200, terms, NOON))
                .isEqualTo(new Passage.Go(20, false));
        assertThat(traffic.ask(Change.WITHDRAW, 1, terms, NOON))
                .isEqualTo(new Passage.Later(NOON.plusSeconds(1)));
    }

    @Test
    void lets_be_read_what_may_not_be_written() {
        // Given
        var terms = new WriteBudget(1, Duration.ofHours(1), 1, 1);
        traffic.ask(Change.WITHDRAW, 1, terms, NOON);

        // When
        var reading = traffic.ask(Change.WITHDRAW, 0, terms, NOON);

        // Then
        assertThat(reading).isEqualTo(new Passage.Go(0, false));
    }

    @Test
    void says_since_when_the_target_does_not_answer_and_what_came_back_last() {
        // Given
        fail(3, NOON);

        // When
        var held = ask(Change.GRANT, NOON);

        // Then
        assertThat(held)
                .isInstanceOfSatisfying(
                        Passage.Held.class,
                        h -> assertThat(h.reason()).contains("app1", "12:00:00", "nobody answers"));
        assertThat(traffic.health(NOON).condition()).isEqualTo(Condition.NOT_ANSWERING);
    }

    @Test
    void a_refusal_is_an_answer() {
        // Given
        fail(3, NOON);

        // When
        boolean again = traffic.heard(List.of(new Verdict(Kind.REJECTED, "no", null)), NOON);

        // Then
        assertThat(again).isTrue();
        assertThat(ask(Change.GRANT, NOON)).isInstanceOf(Passage.Go.class);
    }

    @Test
    void a_person_may_have_it_asked_at_once() {
        // Given
        fail(3, NOON);
        traffic.heard(List.of(busy(Duration.ofMinutes(3))), NOON);

        // When
        traffic.begin();

        // Then
        assertThat(ask(Change.GRANT, NOON.plusSeconds(1))).isEqualTo(new Passage.Go(1, false));
    }

    @ParameterizedTest
    @EnumSource(Change.class)
    void a_target_that_is_down_for_an_hour_is_asked_by_one_call_now_and_then(Change change) {
        // Given
        int lanes = 50;
        int calls = 0;
        var now = NOON;

        // When
        for (; now.isBefore(NOON.plus(Duration.ofHours(1))); now = now.plusMillis(200)) {
            for (int lane = 0; lane < lanes; lane++) {
                if (ask(change, now) instanceof Passage.Go go) {
                    calls++;
                    traffic.heard(List.of(DOWN), now.plusMillis(1));
                    if (go.probe()) {
                        traffic.probed();
                    }
                }
            }
        }

        // Then
        assertThat(calls).isBetween(change == Change.GRANT ? 10 : 300, 370);
        assertThat(traffic.health(now).condition()).isEqualTo(Condition.QUARANTINED);
        assertThat(traffic.heard(List.of(FINE), now)).isTrue();
        assertThat(ask(Change.GRANT, now)).isInstanceOf(Passage.Go.class);
        assertThat(traffic.health(now).condition()).isEqualTo(Condition.ANSWERING);
    }

    private Passage ask(Change change, Instant now) {
        return traffic.ask(change, 1, WriteBudget.UNLIMITED, now);
    }

    private void fail(int times, Instant at) {
        for (int i = 0; i < times; i++) {
            ask(Change.GRANT, at);
            traffic.heard(List.of(DOWN), at);
        }
    }

    private static Verdict busy(Duration asked) {
        return new Verdict(Kind.TRANSIENT, "busy", asked);
    }
}
