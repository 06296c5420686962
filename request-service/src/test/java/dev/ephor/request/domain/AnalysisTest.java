package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Policy.TicketRule;
import dev.ephor.events.RequestEvent.Ticket;
import dev.ephor.events.RequestEvent.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnalysisTest {
    private static final Request REQUEST = new Request(good().submit(), Held.NOTHING);

    @Test
    void keeps_apart_a_rule_that_breaks() {
        // When
        var analysis =
                Analysis.of(
                        List.of(
                                new Planted("MfaRule", null),
                                new Planted("TicketingRule", "no ticket")),
                        REQUEST);

        // Then
        assertThat(analysis.violated())
                .containsExactly(new Violation("TicketingRule", "no ticket"));
        assertThat(analysis.broken())
                .singleElement()
                .satisfies(v -> assertThat(v.rule()).isEqualTo("MfaRule"))
                .satisfies(
                        v ->
                                assertThat(v.reason())
                                        .contains("Planted", "IllegalStateException")
                                        .doesNotContain("inner detail"));
    }

    /** Whoever may change a policy of one group could otherwise stop the service for everybody. */
    @Test
    void a_pattern_that_would_never_come_to_an_end_breaks() {
        // Given
        var endless = Policies.ticket(new TicketRule(null, "(x+x+)+y", null));
        var submit = good().under(endless).ticket(new Ticket("x".repeat(200), null)).submit();

        // When
        var analysis =
                Analysis.of(List.of(new TicketMustMatch()), new Request(submit, Held.NOTHING));

        // Then
        assertThat(analysis.broken())
                .singleElement()
                .satisfies(v -> assertThat(v.reason()).contains("TicketMustMatch"));
    }

    @Test
    void accepts_nothing_when_the_only_objection_is_that_a_rule_broke() {
        // When
        var analysis = Analysis.of(List.of(new Planted("MfaRule", null)), REQUEST);

        // Then
        assertThat(analysis.violated()).isEmpty();
        assertThat(analysis.accepts()).isFalse();
    }

    /** Objects; without an objection it breaks. */
    private record Planted(String name, String objection) implements Rule<Request> {
        @Override
        public String objection(Request request) {
            if (objection == null) {
                throw new IllegalStateException("inner detail");
            }
            return objection;
        }
    }
}
