package dev.ephor.request.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.Notification;
import dev.ephor.events.CatalogEvent.Notification.Level;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.Condition;
import dev.ephor.events.Policy.Hours;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.Policy.Panel;
import dev.ephor.events.Policy.Stage;
import dev.ephor.events.Policy.StepUp;
import dev.ephor.events.Policy.TicketRule;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PolicyFaultsTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Policy SOUND = Policy.upTo(Duration.ofHours(8)).build();
    private static final Approver A = Approver.user("a");

    private static PolicyDefined defined(Policy policy, Notification... notifications) {
        return new PolicyDefined(
                "t",
                "g",
                Access.MEMBER,
                policy,
                AdminRules.ELIGIBILITY,
                AdminRules.ASSIGNMENT,
                List.of(notifications));
    }

    private static Policy staged(
            List<Panel> panels,
            List<Approver> backups,
            @Nullable Duration escalates,
            @Nullable Duration reminds,
            Duration lapses) {
        return SOUND.change()
                .stages(
                        List.of(
                                new Stage(
                                        panels, backups, escalates, reminds, lapses, null, false)))
                .build();
    }

    private static List<Panel> panel(int quorum, Approver... approvers) {
        return List.of(new Panel(null, List.of(approvers), quorum));
    }

    private static Notification notification(String rule, String... recipients) {
        return new Notification(rule, Level.ALL, true, List.of(recipients));
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                Arguments.of(
                        defined(Policy.upTo(Duration.ZERO).build()), "maximumDuration of nothing"),
                Arguments.of(
                        defined(SOUND.change().usually(Duration.ofHours(9)).build()),
                        "defaultDuration"),
                Arguments.of(
                        defined(SOUND.change().durations(List.of(Duration.ofDays(1))).build()),
                        "durations that are not within"),
                Arguments.of(
                        defined(SOUND.change().durations(List.of(HOUR, HOUR)).build()),
                        "do not ascend"),
                Arguments.of(
                        defined(SOUND.change().justification(1_001).build()),
                        "justification of 1001"),
                Arguments.of(
                        defined(SOUND.change().ticket(new TicketRule(null, "(", null)).build()),
                        "not a regular expression"),
                Arguments.of(
                        defined(SOUND.change().stepUp(new StepUp(null, null, null)).build()),
                        "asks for nothing"),
                Arguments.of(
                        defined(SOUND.change().stepUp(new StepUp("two words", null, null)).build()),
                        "not one word"),
                Arguments.of(
                        defined(SOUND.change().stepUp(new StepUp(null, "c0", null)).build()),
                        "not c1 to c99"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .stepUp(new StepUp("a", null, Duration.ZERO))
                                        .build()),
                        "maximumAge is nothing"),
                Arguments.of(
                        defined(staged(List.of(), List.of(), null, null, HOUR)), "without panels"),
                Arguments.of(
                        defined(staged(panel(0, A), List.of(), null, null, HOUR)),
                        "quorum of less than one"),
                Arguments.of(
                        defined(staged(panel(2, A), List.of(), null, null, HOUR)),
                        "more have to agree than there are"),
                Arguments.of(
                        defined(
                                staged(
                                        panel(1, new Approver(Approver.Kind.USER, null)),
                                        List.of(),
                                        null,
                                        null,
                                        HOUR)),
                        "without id"),
                Arguments.of(
                        defined(staged(panel(1, A), List.of(A), null, null, HOUR)),
                        "one needs the other"),
                Arguments.of(
                        defined(staged(panel(1, A), List.of(), HOUR, null, Duration.ofHours(2))),
                        "one needs the other"),
                Arguments.of(
                        defined(staged(panel(1, A), List.of(A), HOUR, null, HOUR)),
                        "escalates no earlier"),
                Arguments.of(
                        defined(staged(panel(1, A), List.of(), null, HOUR, HOUR)),
                        "reminds no earlier"),
                Arguments.of(
                        defined(staged(panel(1, A), List.of(), null, null, Duration.ZERO)),
                        "lapses at once"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .incompatible(
                                                List.of(
                                                        new Incompatible(
                                                                "g", null, List.of(), null)))
                                        .build()),
                        "with itself"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .incompatible(
                                                List.of(
                                                        new Incompatible(
                                                                "h", null, List.of(), HOUR)))
                                        .build()),
                        "nobody can allow"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .conditions(List.of(new Condition("a", List.of(), null)))
                                        .build()),
                        "give oneOf or atLeast"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .hours(new Hours("Mars", Set.of(), null, null))
                                        .build()),
                        "no time zone"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .hours(new Hours("UTC", Set.of(), "8:00", null))
                                        .build()),
                        "from HH:mm until HH:mm"),
                Arguments.of(
                        defined(
                                SOUND.change()
                                        .hours(new Hours("UTC", Set.of(), "08:00", "08:00"))
                                        .build()),
                        "end when they begin"),
                Arguments.of(defined(SOUND, notification("Notification_Nobody")), "is none of"),
                Arguments.of(
                        defined(
                                SOUND,
                                notification(NotificationRules.IDS.getFirst()),
                                notification(NotificationRules.IDS.getFirst())),
                        "twice"),
                Arguments.of(
                        defined(SOUND, notification(NotificationRules.IDS.getFirst(), "duty")),
                        "no mail address"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void finds_what_nobody_could_have_meant(PolicyDefined policy, String fault) {
        assertThat(PolicyFaults.of(policy)).anySatisfy(said -> assertThat(said).contains(fault));
    }

    @Test
    void finds_nothing_in_a_policy_that_asks_for_much() {
        // Given
        Policy much =
                SOUND.change()
                        .stepUp(new StepUp("mfa", "c1", HOUR))
                        .justification(10)
                        .ticket(new TicketRule("Helpdesk", "INC-[0-9]+", "desk"))
                        .stages(
                                List.of(
                                        new Stage(
                                                panel(2, A, Approver.manager()),
                                                List.of(Approver.group("duty")),
                                                HOUR,
                                                HOUR,
                                                Duration.ofDays(1),
                                                null,
                                                true)))
                        .incompatible(List.of(new Incompatible("h", null, List.of(A), HOUR)))
                        .conditions(List.of(new Condition("clearance", List.of(), 3)))
                        .hours(new Hours("Europe/Amsterdam", Set.of(), "22:00", "06:00"))
                        .build();

        // Then
        assertThat(
                        PolicyFaults.of(
                                defined(
                                        much,
                                        notification(
                                                NotificationRules.IDS.getFirst(),
                                                "soc@example.com"))))
                .isEmpty();
    }
}
