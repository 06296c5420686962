package dev.ephor.request.mailing;

import static dev.ephor.request.mailing.Company.KEY;
import static dev.ephor.request.mailing.Company.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationRevoked;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestAction;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TellingEndsTest {
    private static final Instant LATER = NOW.plusSeconds(3600);
    private static final Event ENDED = new ActivationEnded(KEY, "1", LATER);

    private final Company company =
            new Company().asked("1", RequestAction.SELF_ACTIVATE, "restart of the workers");

    private List<Telling> told(Event event) {
        return new Tellings(company).of(event);
    }

    static Stream<Arguments> endings() {
        return Stream.of(
                Arguments.of(
                        new ActivationExpired(KEY, "1", 1, NOW, NOW, true),
                        "Its end has passed.",
                        List.of()),
                Arguments.of(
                        new ActivationDeactivated(KEY, "1", 1, "a", NOW, true),
                        "You gave it back.",
                        List.of()),
                Arguments.of(
                        new ActivationRevoked(KEY, "1", 1, "admin", "incident", NOW, true),
                        "The Admin took it away.",
                        List.of("Reason=incident")));
    }

    @ParameterizedTest
    @MethodSource("endings")
    void an_end_is_told_with_its_reason_once_it_is_confirmed(
            Event closed, String why, List<String> reason) {
        // Given
        company.heard("1", closed);
        List<Telling> early = told(closed);
        company.heard("1", ENDED);
        // When
        List<Telling> tellings = told(ENDED);
        // Then
        assertThat(early).isEmpty();
        assertThat(tellings).hasSize(1);
        assertThat(tellings.getFirst().principals()).containsExactly("a");
        Notice notice = tellings.getFirst().notice();
        assertThat(notice.subject()).isEqualTo("Ended: App1 Administrators");
        assertThat(notice.lead()).isEqualTo("Your access has ended. " + why);
        assertThat(notice.facts())
                .extracting(f -> f.name() + "=" + f.value())
                .contains("Ended=Sun 22 Nov 2026 10:00 UTC")
                .containsAll(reason);
    }

    @ParameterizedTest
    @MethodSource("endings")
    void an_end_whose_reason_is_heard_last_is_told_the_same(Event closed, String why) {
        // Given
        List<Telling> expected = endedAfter(closed, ENDED);
        // When
        List<Telling> tellings = endedAfter(ENDED, closed);
        // Then
        assertThat(tellings).isEqualTo(expected).hasSize(1);
        assertThat(tellings.getFirst().notice().lead()).contains(why);
    }

    private static List<Telling> endedAfter(Event first, Event last) {
        Company hearing = new Company().asked("1", RequestAction.SELF_ACTIVATE, "restart");
        assertThat(new Tellings(hearing.heard("1", first)).of(first)).isEmpty();
        return new Tellings(hearing.heard("1", last)).of(last);
    }

    @Test
    void who_still_has_the_access_otherwise_reads_that_it_goes_on() {
        // Given
        var closed = new ActivationExpired(KEY, "1", 2, NOW, NOW, false);
        company.asked("2", RequestAction.SELF_EXTEND, "not done yet")
                .heard("2", new WindowOpened(KEY, "2", 1, NOW, LATER))
                .heard("1", closed)
                .heard("1", ENDED);
        // When
        Notice notice = told(ENDED).getFirst().notice();
        // Then
        assertThat(notice.lead())
                .isEqualTo(
                        "Your access has ended. Its end has passed."
                                + " Other access of yours to the same group goes on.");
    }
}
