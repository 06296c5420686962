package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ModificationType;
import com.unboundid.ldap.sdk.ResultCode;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LdapConnectorTest {

    private final InMemory server = new InMemory(Layout.NAMES);
    private final LdapSide side = LdapSide.of(server);
    private final Connector connector = open(Map.of());
    private final Membership.Group group = side.group();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void adds_fifty_members_in_one_change() {
        // Given
        var many = memberships(120);

        // When
        connector.grant(many);

        // Then
        assertThat(server.mishaps().modified()).hasSize(3);
        assertThat(side.holders(group, "member")).hasSize(120);
    }

    @Test
    void tells_of_each_whether_it_was_there() {
        // Given
        var many = memberships(3);
        side.put(many.get(1));

        // When
        var answers = connector.grant(many);

        // Then
        assertThat(answers)
                .containsExactly(
                        new Answer.Applied(), new Answer.Applied(false), new Answer.Applied());
    }

    @Test
    void tells_of_each_whether_it_was_gone() {
        // Given
        var many = memberships(3);
        side.put(many.get(1));

        // When
        var answers = connector.withdraw(many);

        // Then
        assertThat(answers)
                .containsExactly(
                        new Answer.Applied(false), new Answer.Applied(), new Answer.Applied(false));
    }

    @Test
    void leaves_nobody_in_a_group_that_must_not_be_empty() {
        // Given
        var last = onlyMember();

        // When
        var answers = connector.withdraw(List.of(last));

        // Then
        assertThat(answers).containsExactly(new Answer.Applied());
        assertThat(side.hand().values(group.id())).containsExactly(Layout.NAMES.nobody());
    }

    @Test
    void asks_for_a_placeholder_where_it_has_none() {
        // Given
        var last = onlyMember();

        // When
        Answer answer;
        try (var bare = open(Map.of("placeholder", ""))) {
            answer = bare.withdraw(List.of(last)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("placeholder");
        assertThat(side.holders(group, "member")).containsExactly(last.principal().id());
    }

    private Membership onlyMember() {
        var only = memberships(1).getFirst();
        side.hand().change(ModificationType.REPLACE, group.id(), only.principal().id());
        return only;
    }

    @Test
    void says_what_right_is_missing() {
        // Given
        server.mishaps().refuse(ResultCode.INSUFFICIENT_ACCESS_RIGHTS, "no write access");

        // When
        var answer = connector.grant(memberships(1)).getFirst();

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("cn=ephor,dc=example,dc=com").contains("'member'");
    }

    @Test
    void takes_a_busy_server_for_one_that_passes() {
        // Given
        server.mishaps().refuse(ResultCode.BUSY, "too many");

        // When
        var answers = connector.grant(memberships(3));

        // Then
        assertThat(answers).hasOnlyElementsOfType(Answer.Transient.class);
        assertThat(server.mishaps().modified()).hasSize(1);
    }

    @Test
    void knows_no_owners() {
        // Given
        var owner = new Membership(group, side.principal(), "owner");

        // When
        var answers = connector.grant(List.of(owner));

        // Then
        assertThat(answers).singleElement().isInstanceOf(Answer.Rejected.class);
    }

    private Connector open(Map<String, String> more) {
        return new LdapConnectorProvider().open(side.settings(more));
    }

    private List<Membership> memberships(int count) {
        return Stream.generate(side::principal).limit(count).map(this::member).toList();
    }

    private Membership member(Membership.Principal principal) {
        return new Membership(group, principal, "member");
    }
}
