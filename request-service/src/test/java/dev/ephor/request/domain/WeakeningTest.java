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
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.PolicyBuilder;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule made weaker is said in its sentence; made stronger, nothing is said. */
class WeakeningTest {
    private static final Approver A = Approver.user("a");
    private static final Approver B = Approver.user("b");
    private static final Policy STRICT =
            Policy.upTo(Duration.ofHours(8))
                    .clock(WindowClock.REQUEST)
                    .stepUp(new StepUp("mfa", "c1", Duration.ofMinutes(15)))
                    .justification(10)
                    .ticket(new TicketRule("Helpdesk", "INC-[0-9]+", "desk"))
                    .stages(
                            List.of(
                                    stage(true, panel(2, A, B), panel(1, A)),
                                    stage(true, panel(1, A))))
                    .incompatible(
                            List.of(new Incompatible("g2", null, List.of(A), Duration.ofDays(1))))
                    .conditions(
                            List.of(
                                    new Condition("department", List.of("Finance"), null),
                                    new Condition("clearance", List.of(), 3)))
                    .hours(new Hours("UTC", Set.of(DayOfWeek.MONDAY), "08:00", "18:00"))
                    .build();
    private static final AdminRules NARROW =
            new AdminRules(false, Duration.ofDays(30), true, true, true);
    private static final Notification TOLD =
            new Notification(
                    "Notification_Admin_EndUser_Assignment",
                    Level.CRITICAL,
                    true,
                    List.of("soc@example.com"));

    private static Panel panel(int quorum, Approver... approvers) {
        return new Panel(null, List.of(approvers), quorum);
    }

    private static Stage stage(boolean reason, Panel... panels) {
        return new Stage(
                List.of(panels),
                List.of(B),
                Duration.ofHours(1),
                null,
                Duration.ofDays(1),
                new StepUp("mfa", null, Duration.ofMinutes(15)),
                reason);
    }

    private static PolicyDefined defined(
            Policy policy, AdminRules eligibility, AdminRules assignment, Notification told) {
        return new PolicyDefined(
                "t", "g", Access.MEMBER, policy, eligibility, assignment, List.of(told));
    }

    private static PolicyDefined strict() {
        return defined(STRICT, NARROW, NARROW, TOLD);
    }

    private static PolicyDefined with(Consumer<PolicyBuilder> change) {
        PolicyBuilder builder = STRICT.change();
        change.accept(builder);
        return defined(builder.build(), NARROW, NARROW, TOLD);
    }

    private static PolicyDefined withFirstStage(Stage stage) {
        return with(p -> p.stages(List.of(stage, STRICT.stages().get(1))));
    }

    private static PolicyDefined withEligibility(AdminRules rules) {
        return defined(STRICT, rules, NARROW, TOLD);
    }

    private static PolicyDefined withTold(Level level, boolean usual, String... recipients) {
        return defined(
                STRICT,
                NARROW,
                NARROW,
                new Notification(TOLD.rule(), level, usual, List.of(recipients)));
    }

    private static Arguments weaker(PolicyDefined after, String sentence) {
        return Arguments.of(after, sentence);
    }

    static Stream<Arguments> weakenings() {
        return Stream.of(activations(), approvals(), restrictions(), admins()).flatMap(s -> s);
    }

    private static Stream<Arguments> activations() {
        return Stream.of(
                weaker(
                        defined(
                                STRICT.change().maximum(Duration.ofDays(2)).build(),
                                NARROW,
                                NARROW,
                                TOLD),
                        "The longest window is P2D instead of PT8H."),
                weaker(
                        with(p -> p.clock(WindowClock.APPROVAL)),
                        "The window is counted from approval on instead of request."),
                weaker(
                        with(p -> p.stepUp(new StepUp(null, "c1", Duration.ofMinutes(15)))),
                        "The sign-in level is not asked for any more."),
                weaker(
                        with(p -> p.stepUp(new StepUp("pwd", "c1", Duration.ofMinutes(15)))),
                        "The sign-in level is 'pwd' instead of 'mfa'."),
                weaker(
                        with(p -> p.stepUp(new StepUp("mfa", null, Duration.ofMinutes(15)))),
                        "The authentication context is not asked for any more."),
                weaker(
                        with(p -> p.stepUp(new StepUp("mfa", "c1", Duration.ofHours(1)))),
                        "The oldest sign-in is PT1H instead of PT15M."),
                weaker(
                        with(p -> p.stepUp(new StepUp("mfa", "c1", null))),
                        "The oldest sign-in is not limited instead of PT15M."),
                weaker(
                        with(p -> p.justification(9)),
                        "A justification needs 9 characters instead of 10."),
                weaker(with(p -> p.ticket(null)), "No ticket is needed any more."),
                weaker(
                        with(p -> p.ticket(new TicketRule(null, "INC-[0-9]+", "desk"))),
                        "A ticket need not be of the system 'Helpdesk' any more."),
                weaker(
                        with(p -> p.ticket(new TicketRule("Helpdesk", ".*", "desk"))),
                        "A ticket has to be of the form '.*' instead of 'INC-[0-9]+'."),
                weaker(
                        with(p -> p.ticket(new TicketRule("Helpdesk", "INC-[0-9]+", null))),
                        "A ticket need not be known to 'desk' any more."),
                weaker(
                        with(p -> p.outlivesEligibility(true)),
                        "An active window goes on when its eligibility is lost."));
    }

    private static Stream<Arguments> approvals() {
        return Stream.of(
                weaker(with(p -> p.stages(List.of())), "Nobody has to approve any more."),
                weaker(
                        with(p -> p.stages(STRICT.stages().subList(0, 1))),
                        "There are 1 approval stages instead of 2."),
                weaker(
                        with(p -> p.approvalForExtension(false)),
                        "An extension needs no approval any more."),
                weaker(
                        withFirstStage(stage(true, panel(2, A, B))),
                        "In stage 1: There are 1 panels instead of 2."),
                weaker(
                        withFirstStage(stage(true, panel(1, A, B), panel(1, A))),
                        "In stage 1: Panel 1 needs 1 approvals instead of 2."),
                weaker(
                        withFirstStage(stage(true, panel(2, A, B), panel(1, A, B))),
                        "In stage 1: Panel 2 has more approvers than before."),
                weaker(
                        withFirstStage(stage(true, panel(2, A, B), panel(1))),
                        "In stage 1: Panel 2 has other approvers: the tenant's default ones before or now."),
                weaker(
                        withFirstStage(stage(false, panel(2, A, B), panel(1, A))),
                        "In stage 1: A decision needs no reason any more."),
                weaker(
                        withFirstStage(
                                new Stage(
                                        STRICT.stages().getFirst().panels(),
                                        List.of(A, B),
                                        Duration.ofHours(1),
                                        null,
                                        Duration.ofDays(1),
                                        new StepUp("mfa", null, Duration.ofMinutes(15)),
                                        true)),
                        "In stage 1: More people may approve as backups."),
                weaker(
                        withFirstStage(
                                new Stage(
                                        STRICT.stages().getFirst().panels(),
                                        List.of(B),
                                        Duration.ofHours(1),
                                        null,
                                        Duration.ofDays(1),
                                        new StepUp("mfa", null, null),
                                        true)),
                        "In stage 1: Of the approver: The oldest sign-in is not limited instead of PT15M."));
    }

    private static Stream<Arguments> restrictions() {
        return Stream.of(
                weaker(with(p -> p.incompatible(List.of())), "The group g2 may be held beside it."),
                weaker(
                        with(
                                p ->
                                        p.incompatible(
                                                List.of(
                                                        new Incompatible(
                                                                "g2",
                                                                null,
                                                                List.of(A, B),
                                                                Duration.ofDays(1))))),
                        "Others may allow to hold the group g2 beside it than before."),
                weaker(
                        with(
                                p ->
                                        p.incompatible(
                                                List.of(
                                                        new Incompatible(
                                                                "g2",
                                                                null,
                                                                List.of(A),
                                                                Duration.ofDays(2))))),
                        "The exception for the group g2 is P2D instead of PT24H."),
                weaker(
                        with(p -> p.conditions(List.of(STRICT.conditions().getLast()))),
                        "The attribute 'department' is looked at less strictly, or no more."),
                weaker(
                        with(
                                p ->
                                        p.conditions(
                                                List.of(
                                                        new Condition(
                                                                "department",
                                                                List.of("Finance", "Sales"),
                                                                null),
                                                        STRICT.conditions().getLast()))),
                        "The attribute 'department' is looked at less strictly, or no more."),
                weaker(
                        with(
                                p ->
                                        p.conditions(
                                                List.of(
                                                        STRICT.conditions().getFirst(),
                                                        new Condition("clearance", List.of(), 2)))),
                        "The attribute 'clearance' is looked at less strictly, or no more."),
                weaker(with(p -> p.hours(null)), "Activation is possible at any hour."),
                weaker(
                        with(
                                p ->
                                        p.hours(
                                                new Hours(
                                                        "UTC",
                                                        Set.of(DayOfWeek.MONDAY),
                                                        "08:00",
                                                        "19:00"))),
                        "Activation is possible in 60 more minutes of the week."),
                weaker(
                        with(
                                p ->
                                        p.hours(
                                                new Hours(
                                                        "UTC",
                                                        Set.of(DayOfWeek.MONDAY),
                                                        "18:00",
                                                        "17:00"))),
                        "Activation is possible in 1380 more minutes of the week."),
                weaker(
                        with(
                                p ->
                                        p.hours(
                                                new Hours(
                                                        "Asia/Tokyo",
                                                        Set.of(DayOfWeek.MONDAY),
                                                        "08:00",
                                                        "18:00"))),
                        "The hours are those of Asia/Tokyo instead of UTC."));
    }

    private static Stream<Arguments> admins() {
        return Stream.of(
                weaker(
                        withEligibility(
                                new AdminRules(true, Duration.ofDays(30), true, true, true)),
                        "An admin's eligibility may be without end."),
                weaker(
                        withEligibility(
                                new AdminRules(false, Duration.ofDays(31), true, true, true)),
                        "An admin's longest eligibility is P31D instead of P30D."),
                weaker(
                        withEligibility(
                                new AdminRules(false, Duration.ofDays(30), false, true, true)),
                        "An admin's eligibility needs no justification any more."),
                weaker(
                        withEligibility(
                                new AdminRules(false, Duration.ofDays(30), true, false, true)),
                        "An admin's eligibility needs no MFA any more."),
                weaker(
                        withEligibility(
                                new AdminRules(false, Duration.ofDays(30), true, true, false)),
                        "An admin's eligibility needs no ticket any more."),
                weaker(
                        defined(
                                STRICT,
                                NARROW,
                                new AdminRules(true, Duration.ofDays(30), true, true, true),
                                TOLD),
                        "An admin's assignment may be without end."),
                weaker(
                        withTold(Level.NONE, true, "soc@example.com"),
                        "Notification_Admin_EndUser_Assignment tells fewer people, or less."),
                weaker(
                        withTold(Level.CRITICAL, false, "soc@example.com"),
                        "Notification_Admin_EndUser_Assignment tells fewer people, or less."),
                weaker(
                        withTold(Level.CRITICAL, true),
                        "Notification_Admin_EndUser_Assignment tells fewer people, or less."));
    }

    @ParameterizedTest
    @MethodSource("weakenings")
    void says_in_what_a_policy_is_weaker(PolicyDefined after, String sentence) {
        assertThat(Weakening.between(strict(), after)).containsExactly(sentence);
    }

    @ParameterizedTest
    @MethodSource("weakenings")
    void says_nothing_of_the_way_back_unless_the_two_cannot_be_compared(
            PolicyDefined after, String sentence) {
        assertThat(Weakening.between(after, strict()))
                .allSatisfy(
                        said ->
                                assertThat(said)
                                        .containsAnyOf(
                                                "instead of '",
                                                "hours are",
                                                "minutes",
                                                "default ones"));
    }

    @Test
    void says_nothing_of_the_same() {
        assertThat(Weakening.between(strict(), strict())).isEmpty();
    }

    @Test
    void says_nothing_where_an_approver_takes_the_place_of_another() {
        // Given
        PolicyDefined after = withFirstStage(stage(true, panel(2, A, B), panel(1, B)));

        // Then
        assertThat(Weakening.between(strict(), after)).isEmpty();
    }
}
