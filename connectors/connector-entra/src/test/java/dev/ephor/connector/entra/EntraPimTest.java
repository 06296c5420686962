package dev.ephor.connector.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.WriteBudget;
import dev.ephor.quickstart.entra.Access;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraPimTest {

    private static final Duration HOUR = Duration.ofHours(1);
    private static final String PIM = "assignmentScheduleRequests";

    private final EntraSide side = new EntraSide("pim");
    private final Connector connector =
            new EntraConnectorProvider().open(side.settings(Duration.ofSeconds(20)));
    private final Membership.Group group = side.group();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void assigns_twenty_in_one_batch() {
        // Given
        var many = principals(50);

        // When
        var answers = grant(many, HOUR);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.calls().byMethod()).containsEntry("POST", 4L); // one for the token
        assertThat(side.entra.members(group.id())).hasSize(50);
    }

    @Test
    void answers_for_each_assignment_of_a_batch() {
        // Given
        var many = principals(5);
        grant(many.subList(0, 2), HOUR);
        side.entra.faults().add(FaultRule.once("POST", PIM, Fault.throttled(4)));

        // When
        var answers = grant(many, HOUR);

        // Then
        assertThat(answers)
                .filteredOn(a -> !a.succeeded())
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Transient.class,
                        t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
        assertThat(side.entra.members(group.id())).hasSizeBetween(4, 5);
    }

    @Test
    void asks_for_no_less_than_pim_takes() {
        // Given
        var membership = principals(1);
        grant(membership, Duration.ofMinutes(-1));

        // When
        side.entra.passTime(Duration.ofMinutes(4));

        // Then
        assertThat(side.entra.members(group.id())).hasSize(1);
        side.entra.passTime(Duration.ofMinutes(2));
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void removes_the_assignment_that_pim_lets_be_removed() {
        // Given
        var membership = principals(1);
        grant(membership, HOUR);
        side.entra.passTime(Duration.ofMinutes(5));

        // When
        var answers = connector.withdraw(membership);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.calls().byMethod()).doesNotContainKey("DELETE");
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void removes_the_member_whose_assignment_pim_does_not_remove_yet() {
        // Given
        var many = principals(3);
        grant(many, HOUR);

        // When
        var answers = connector.withdraw(many);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void removes_the_member_that_pim_knows_nothing_of() {
        // Given
        var membership = principals(1);
        side.entra.addMember(group.id(), membership.getFirst().principal().id());

        // When
        var answers = connector.withdraw(membership);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void leaves_an_assignment_without_an_end_as_it_is() {
        // Given
        var membership = principals(1);
        side.entra.assignForGood(group.id(), membership.getFirst().principal().id(), Access.MEMBER);

        // When
        var answers = grant(membership, HOUR);
        side.entra.passTime(HOUR.multipliedBy(2));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied(false));
        assertThat(side.entra.members(group.id())).hasSize(1);
    }

    @Test
    void says_which_permission_pim_wants() {
        // Given
        side.entra.faults().add(FaultRule.always("POST", PIM, Fault.status(403)));

        // When
        var answers = grant(principals(1), HOUR);

        // Then
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        r ->
                                assertThat(r.reason())
                                        .contains(
                                                "PrivilegedAssignmentSchedule.ReadWrite.AzureADGroup"));
    }

    @Test
    void says_what_to_change_when_the_role_settings_refuse() {
        // When
        var answers = grant(principals(1), Duration.ofDays(200));

        // Then
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Rejected.class,
                        r -> assertThat(r.reason()).contains("ExpirationRule", "role settings"));
    }

    @Test
    void withdraws_although_pim_refuses_everything() {
        // Given
        var membership = principals(1);
        grant(membership, HOUR);
        side.entra.faults().add(FaultRule.always("POST", PIM, Fault.status(403)));

        // When
        var answers = connector.withdraw(membership);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void withdraws_although_pim_is_broken() {
        // Given
        var many = principals(3);
        grant(many, HOUR);
        side.entra.faults().add(FaultRule.always("POST", PIM, Fault.status(503)));

        // When
        var answers = connector.withdraw(many);

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void waits_for_as_long_as_pim_asks_before_it_withdraws() {
        // Given
        var membership = principals(1);
        grant(membership, HOUR);
        side.entra.faults().add(FaultRule.always("POST", PIM, Fault.throttled(4)));

        // When
        var answers = connector.withdraw(membership);

        // Then
        assertThat(answers)
                .singleElement()
                .isInstanceOfSatisfying(
                        Answer.Transient.class,
                        t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
    }

    @Test
    void counts_every_request_to_pim_as_a_write() {
        // When
        var budget = connector.writeBudget();

        // Then
        assertThat(budget).isEqualTo(new WriteBudget(450, Duration.ofSeconds(150), 1, 1));
    }

    @Test
    void offers_bounds_only_where_pim_gives_them() {
        // When
        try (var members = new EntraConnectorProvider().open(new EntraSide().settings(HOUR))) {
            // Then
            assertThat(members.boundedGrants()).isEmpty();
        }
        assertThat(connector.boundedGrants()).isPresent();
    }

    @Test
    void names_the_setting_that_is_neither_members_nor_pim() {
        // Given
        var provider = new EntraConnectorProvider();
        var settings = new EntraSide("roles").settings(HOUR);

        // When, Then
        assertThatThrownBy(() -> provider.open(settings))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("grants 'roles': give members or pim");
    }

    private List<Answer> grant(List<Membership> memberships, Duration time) {
        return connector
                .boundedGrants()
                .orElseThrow()
                .grant(memberships.stream().map(m -> new Bounded(m, time)).toList());
    }

    private List<Membership> principals(int count) {
        return Stream.generate(side::principal)
                .limit(count)
                .map(p -> new Membership(group, p, "member"))
                .toList();
    }
}
