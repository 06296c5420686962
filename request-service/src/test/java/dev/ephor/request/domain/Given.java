package dev.ephor.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.Violation;
import java.util.List;

/** {@code given(events).when(command).then...} */
final class Given {
    private final ActivationDecider decider = new ActivationDecider();
    private Held held = Held.NOTHING;
    private List<RequestEvent> decided = List.of();

    private Given() {}

    static Given given(RequestEvent... events) {
        var given = new Given();
        given.held = given.decider.replay(Held.NOTHING, List.of(events));
        return given;
    }

    /** What other services said since of the activation that they name. */
    Given heard(Event... events) {
        for (Event event : events) {
            held =
                    new Held(
                            held.activations().stream()
                                    .map(a -> isAbout(event, a) ? a.hear(event, Example.NOW) : a)
                                    .toList());
        }
        return this;
    }

    private static boolean isAbout(Event event, Activation activation) {
        return switch (event) {
            case ApprovalEvent e -> e.activationId().equals(activation.id());
            case OfActivation e -> e.activationId().equals(activation.id());
            case ProvisioningEvent.OfActivation e -> e.activationId().equals(activation.id());
            default -> throw new IllegalArgumentException("about no activation: " + event);
        };
    }

    Given when(Command command) {
        decided = decider.decide(command, held);
        return this;
    }

    void then(RequestEvent... events) {
        assertThat(decided).containsExactly(events);
    }

    void thenNothing() {
        assertThat(decided).isEmpty();
    }

    ActivationRequested thenRequested() {
        assertThat(decided).singleElement().isInstanceOf(ActivationRequested.class);
        return (ActivationRequested) decided.getFirst();
    }

    ActivationRefused thenRefused() {
        assertThat(decided).singleElement().isInstanceOf(ActivationRefused.class);
        return (ActivationRefused) decided.getFirst();
    }

    /** Refused, by these rules and no others. */
    void thenRefusedBy(String... rules) {
        assertThat(thenRefused().violations()).extracting(Violation::rule).containsExactly(rules);
        assertThat(thenRefused().broken()).isEmpty();
    }

    /** Refused for one reason, which says this. */
    void thenRefusedBecause(String rule, String reason) {
        thenRefusedBy(rule);
        assertThat(thenRefused().violations().getFirst().reason()).contains(reason);
    }
}
