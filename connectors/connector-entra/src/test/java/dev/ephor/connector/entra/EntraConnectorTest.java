package dev.ephor.connector.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraConnectorTest {

    private final EntraSide side = new EntraSide();
    private final Connector connector =
            new EntraConnectorProvider().open(side.settings(Duration.ofSeconds(20)));
    private final Membership.Group group = side.group();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void adds_twenty_members_in_one_request() {
        // Given
        var many = principals(50);

        // When
        connector.grant(many);

        // Then
        assertThat(side.entra.calls().byMethod())
                .containsEntry("PATCH", 3L)
                .containsEntry("POST", 1L); // for the token
        assertThat(side.entra.members(group.id())).hasSize(50);
    }

    @Test
    void removes_twenty_members_in_one_batch() {
        // Given
        var many = principals(50);
        connector.grant(many);
        long before = side.entra.calls().byMethod().get("POST");

        // When
        connector.withdraw(many);

        // Then
        assertThat(side.entra.calls().byMethod()).containsEntry("POST", before + 3);
        assertThat(side.entra.members(group.id())).isEmpty();
    }

    @Test
    void answers_for_each_item_of_a_batch() {
        // Given
        var many = principals(5);
        connector.grant(many);
        String throttled = many.get(1).principal().id();
        String conflicting = many.get(3).principal().id();
        side.entra.faults().add(FaultRule.always("DELETE", throttled, Fault.throttled(4)));
        side.entra.faults().add(FaultRule.always("DELETE", conflicting, Fault.status(409)));

        // When
        var answers = connector.withdraw(many);

        // Then
        assertThat(answers.get(1))
                .isInstanceOfSatisfying(
                        Answer.Transient.class,
                        t -> assertThat(t.retryAfter()).isEqualTo(Duration.ofSeconds(4)));
        assertThat(answers.get(3)).isInstanceOf(Answer.Transient.class);
        assertThat(answers).filteredOn(Answer::succeeded).hasSize(3);
        assertThat(side.entra.members(group.id())).containsOnly(throttled, conflicting);
    }

    @Test
    void never_repeats_a_call_by_itself() {
        // Given
        var membership = principals(1);
        connector.observe(membership);
        side.entra.faults().add(FaultRule.always("", "/v1.0", Fault.status(503)));
        long before = side.entra.calls().byMethod().get("POST");

        // When
        var answers = connector.grant(membership);

        // Then
        assertThat(answers).singleElement().isInstanceOf(Answer.Transient.class);
        assertThat(side.entra.calls().byMethod()).containsEntry("POST", before + 1);
    }

    @Test
    void takes_conflicts_and_locks_for_transient() {
        // Given
        var membership = principals(1);
        side.entra.faults().add(FaultRule.once("", "$ref", Fault.status(409)));
        side.entra.faults().add(FaultRule.once("", "$ref", Fault.status(412)));
        side.entra.faults().add(FaultRule.once("", "$ref", Fault.status(423)));

        // When
        var answers =
                Stream.generate(() -> connector.grant(membership).getFirst()).limit(3).toList();

        // Then
        assertThat(answers)
                .extracting(a -> ((Answer.Transient) a).conflict())
                .containsExactly(true, true, false);
        assertThat(connector.grant(membership)).containsOnly(new Answer.Applied());
    }

    @Test
    void says_which_permission_is_missing() {
        // Given
        var membership = principals(1);
        side.entra.faults().add(FaultRule.always("POST", "$ref", Fault.refuse()));

        // When
        var answer = connector.grant(membership).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("GroupMember.ReadWrite.All");
    }

    @Test
    void says_that_a_group_is_mastered_elsewhere() {
        // Given
        var synced = side.unknownGroup();
        side.entra.addSynchronisedGroup(synced.id(), "Synced");
        var membership = new Membership(synced, side.principal(), "member");

        // When
        var answer = connector.grant(List.of(membership)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("on-premises");
    }

    @Test
    void keeps_the_last_owner_and_says_so() {
        // Given
        var owned = side.unknownGroup();
        side.entra.addGroup(owned.id(), "Owned");
        var membership = new Membership(owned, side.principal(), "owner");
        connector.grant(List.of(membership));

        // When
        var answer = connector.withdraw(List.of(membership)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("at least one owner");
    }

    @Test
    void refuses_to_withdraw_from_a_group_that_is_not_there() {
        // Given
        var unknown = new Membership(side.unknownGroup(), side.principal(), "member");

        // When
        var answers = connector.withdraw(List.of(unknown));

        // Then
        assertThat(answers).singleElement().isInstanceOf(Answer.Rejected.class);
        assertThat(answers.getFirst().why()).contains(unknown.group().id());
    }

    @Test
    void tells_an_unknown_group_from_an_unknown_principal() {
        // Given
        var noGroup = new Membership(side.unknownGroup(), side.principal(), "member");
        var noPrincipal = new Membership(group, side.unknownPrincipal(), "member");

        // When
        var group = connector.grant(List.of(noGroup)).getFirst();
        var principal = connector.grant(List.of(noPrincipal)).getFirst();

        // Then
        assertThat(group.why()).contains("has no group " + noGroup.group().id());
        assertThat(principal.why()).contains("has no object " + noPrincipal.principal().id());
    }

    @Test
    void ends_a_direct_membership_although_a_nested_group_still_gives_it() {
        // Given
        var membership = principals(1).getFirst();
        nest(membership);
        connector.grant(List.of(membership));
        connector.withdraw(List.of(membership));

        // When
        var answer = connector.observe(List.of(membership)).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    @Test
    void counts_a_nested_membership_as_held() {
        // Given
        var membership = principals(1).getFirst();
        nest(membership);

        // When
        var answer = connector.observe(List.of(membership)).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(true));
    }

    @Test
    void reads_all_pages_when_a_nested_group_makes_a_withdrawal_doubtful() {
        // Given
        var many = principals(1050);
        many.forEach(side::put);
        nest(many.getLast());
        connector.withdraw(List.of(many.getLast()));
        side.put(many.getLast());

        // When
        var answer = connector.observe(List.of(many.getLast())).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(true));
    }

    @Test
    void asks_for_a_new_token_when_its_own_was_revoked() {
        // Given
        var membership = principals(1);
        connector.observe(membership);
        side.entra.revokeTokens();

        // When
        var answer = connector.grant(membership).getFirst();

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
    }

    @Test
    void waits_for_a_token_endpoint_that_is_broken() {
        // Given
        side.entra.faults().add(FaultRule.always("", "/oauth2/", Fault.htmlBadGateway()));

        // When
        var answer = connector.grant(principals(1)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Transient.class);
        assertThat(answer.why()).contains("token");
    }

    @Test
    void puts_nothing_but_object_ids_into_a_path() {
        // Given
        var odd = new Membership.Principal("../../users", null, null, null, null, null);

        // When
        var answers = connector.withdraw(List.of(new Membership(group, odd, "member")));

        // Then
        assertThat(answers).singleElement().isInstanceOf(Answer.Rejected.class);
        assertThat(side.entra.calls().byMethod()).isEmpty();
    }

    @Test
    void knows_members_and_owners_only() {
        // Given
        var guest = new Membership(group, side.principal(), "guest");

        // When
        var answer = connector.grant(List.of(guest)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("guest");
    }

    /** Makes the principal a member of the group by way of another group. */
    private void nest(Membership membership) {
        String nested = UUID.randomUUID().toString();
        side.entra.addGroup(nested, "Nested");
        side.entra.addMember(nested, membership.principal().id());
        side.entra.addMember(membership.group().id(), nested);
    }

    private List<Membership> principals(int count) {
        return Stream.generate(side::principal)
                .limit(count)
                .map(p -> new Membership(group, p, "member"))
                .toList();
    }
}
