package dev.ephor.request.mailing;

import static dev.ephor.request.mailing.Company.KEY;
import static dev.ephor.request.mailing.Company.NOW;
import static dev.ephor.request.mailing.Company.PROOF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TellingsTest {
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Decision BY_B = new Decision("s", "b", PROOF, "fine", null);

    private final Company company =
            new Company().asked("1", RequestAction.SELF_ACTIVATE, "restart of the workers");

    private List<Telling> told(Event event) {
        return new Tellings(company).of(event);
    }

    static Stream<Arguments> events() {
        var abc = List.of("b", "c");
        return Stream.of(
                when(
                        new ApprovalOpened(KEY, "1", "s", 1, abc, NOW, LATER, null, null, null),
                        "b c: User A asks for your approval: App1 Administrators"),
                when(
                        new ApprovalReminded(KEY, "1", "s", abc, NOW, null),
                        "b c: Reminder: User A asks for your approval: App1 Administrators"),
                when(
                        new ApprovalEscalated(KEY, "1", "s", List.of("c"), NOW, null),
                        "c: Nobody has decided yet: User A asks for your approval: App1 Administrators"),
                when(
                        new ActivationApproved(KEY, "1", "e", NOW, LATER, NOW, List.of(BY_B), null),
                        "a: Approved: App1 Administrators"),
                when(new ActivationApproved(KEY, "1", "e", NOW, LATER, NOW, List.of(), null)),
                when(new ActivationDenied(KEY, "1", NOW, BY_B), "a: Denied: App1 Administrators"),
                when(
                        new ApprovalLapsed(KEY, "1", "s", NOW),
                        "a: Not decided in time: App1 Administrators"),
                when(
                        new ActivationActive(KEY, "1", NOW),
                        "a: Active: App1 Administrators",
                        "admin owner: User A is active: App1 Administrators"),
                when(new ActivationEnded(KEY, "1", NOW)),
                when(
                        new ActivationCanceled(KEY, "1", "admin", "not now", NOW),
                        "a: Canceled: App1 Administrators"),
                when(
                        new ActivationCanceled(KEY, "1", "a", null, NOW),
                        ": User A withdrew the request: App1 Administrators"),
                when(
                        new EligibilityAssigned(KEY, "e", NOW, LATER, "r", "admin", null),
                        "a: You are eligible: App1 Administrators",
                        "owner: User A is eligible: App1 Administrators"),
                when(new EligibilityAssigned(KEY, "e", NOW, null, null, "ephor", null)),
                when(
                        new EligibilityExtended(KEY, "e", NOW, LATER, "r", "admin", null, NOW),
                        "a: Your eligibility was extended: App1 Administrators"),
                when(
                        new EligibilityRemoved(KEY, "e", NOW, "moved", "r", "admin"),
                        "a: You are no longer eligible: App1 Administrators"),
                when(
                        new EligibilityExpired(KEY, "e", NOW, NOW),
                        "a: Your eligibility has ended: App1 Administrators"),
                when(
                        new EligibilityEnding(KEY, "e", LATER, Duration.ofDays(14), NOW),
                        "a: Your eligibility ends within 14 days: App1 Administrators"),
                when(
                        new EligibilityExtensionRequested(
                                KEY,
                                "e",
                                "r",
                                RequestAction.SELF_EXTEND,
                                PROOF,
                                null,
                                LATER,
                                "not done",
                                null,
                                NOW),
                        "admin owner: User A asks for more time: App1 Administrators"),
                when(
                        new EligibilityExtensionDenied(KEY, "e", "r", "admin", "no", NOW),
                        "a: Your eligibility was not extended: App1 Administrators"),
                when(
                        new PolicyWeakened(
                                "t1", "g1", KEY.access(), "admin", List.of("no approval"), NOW),
                        "admin owner: A policy asks less now: App1 Administrators"));
    }

    private static Arguments when(Event event, String... tellings) {
        return Arguments.of(event.getClass().getSimpleName(), event, List.of(tellings));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("events")
    void those_concerned_are_told(String name, Event event, List<String> expected) {
        assertThat(told(event))
                .extracting(t -> String.join(" ", t.principals()) + ": " + t.notice().subject())
                .containsExactlyElementsOf(expected);
    }

    @Test
    void approvers_read_what_they_decide_about() {
        // Given
        var opened =
                new ApprovalOpened(KEY, "1", "s", 1, List.of("b"), NOW, LATER, null, null, null);
        // When
        Notice notice = told(opened).getFirst().notice();
        // Then
        assertThat(notice.facts())
                .extracting(f -> f.name() + "=" + f.value())
                .containsExactly(
                        "Who=User A",
                        "What=member of App1 Administrators",
                        "Begins=when approved",
                        "For=1 h 30 min",
                        "Justification=restart of the workers",
                        "Ticket=Helpdesk INC-1",
                        "Decide before=Sun 22 Nov 2026 11:00 UTC");
        assertThat(notice.path()).endsWith("/assignmentApprovals/1");
    }

    static Stream<Arguments> askings() {
        var b = List.of("b");
        var words = new Message("A needs it", "Look at the\nrunbook.");
        return Stream.of(
                when(
                        new ApprovalOpened(KEY, "1", "s", 1, b, NOW, LATER, null, null, words),
                        "A needs it"),
                when(new ApprovalReminded(KEY, "1", "s", b, NOW, words), "Reminder: A needs it"),
                when(
                        new ApprovalEscalated(KEY, "1", "s", b, NOW, words),
                        "Nobody has decided yet: A needs it"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("askings")
    void approvers_read_the_template_and_below_it_what_it_is_about(
            String name, Event event, List<String> subject) {
        // When
        Notice notice = told(event).getFirst().notice();
        // Then
        assertThat(List.of(notice.subject())).isEqualTo(subject);
        assertThat(notice.lead()).isEqualTo("Look at the\nrunbook.");
        assertThat(notice.facts())
                .extracting(f -> f.name() + "=" + f.value())
                .contains("Who=User A", "What=member of App1 Administrators", "For=1 h 30 min");
    }

    @Test
    void nothing_that_is_ever_said_is_too_much_for_it() throws IOException {
        for (var type : EventTypes.all().entrySet()) {
            // Given
            String sample = "/dev/ephor/events/samples/" + type.getKey() + ".json";
            JsonNode value;
            try (var in = Event.class.getResourceAsStream(sample)) {
                value = EventCodec.json().readTree(in).path("data");
            }
            Event event = EventCodec.json().treeToValue(value, type.getValue());
            // When / Then
            assertThatCode(() -> told(event)).doesNotThrowAnyException();
        }
    }
}
