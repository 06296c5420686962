package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ModificationType;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Entries are found by what they are known by, or not at all. */
class FindingTest {

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
    void finds_a_principal_that_was_renamed() {
        // Given
        var membership = memberships(1).getFirst();
        connector.observe(List.of(membership));
        side.hand().rename(membership.principal().id(), "New Name");

        // When
        var answers = connector.grant(List.of(membership));

        // Then
        assertThat(answers).containsExactly(new Answer.Applied());
        assertThat(side.holders(group, "member")).containsExactly(membership.principal().id());
    }

    @Test
    void takes_no_filter_for_a_name() {
        // Given
        var everybody = principal("x", "*)(objectClass=*", null);

        // When
        Answer answer;
        try (var byName = open(Map.of("principalBy", "uid", "principalFrom", "userName"))) {
            answer = byName.grant(List.of(member(everybody))).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(side.holders(group, "member")).isEmpty();
    }

    @Test
    void knows_a_principal_by_another_attribute() {
        // Given
        var known = side.principal();
        var byMail = principal("an id of elsewhere", null, known.mail());

        // When
        try (var connector = open(Map.of("principalBy", "mail", "principalFrom", "mail"))) {
            connector.grant(List.of(member(byMail)));
        }

        // Then
        assertThat(side.holders(group, "member")).containsExactly(known.id());
    }

    @Test
    void does_not_choose_between_two_who_are_known_by_the_same() {
        // Given
        var one = side.principal();
        side.hand().modify(side.principal().id(), ModificationType.REPLACE, "mail", one.mail());

        // When
        Answer answer;
        try (var byMail = open(Map.of("principalBy", "mail", "principalFrom", "mail"))) {
            answer = byMail.grant(List.of(member(one))).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("2 entries");
    }

    @Test
    void offers_no_roster_where_it_cannot_tell_ids() {
        // When
        boolean offered;
        try (var byMail = open(Map.of("principalBy", "mail", "principalFrom", "mail"))) {
            offered = byMail.roster().isPresent();
        }

        // Then
        assertThat(offered).isFalse();
    }

    @Test
    void does_not_say_that_somebody_is_out_while_a_value_stands_for_no_entry() {
        // Given
        var leaver = memberships(1).getFirst();
        connector.grant(List.of(leaver));
        String dn = side.hand().dn(leaver.principal().id());
        side.hand().delete(dn);

        // When
        var dangling = connector.observe(List.of(leaver)).getFirst();
        side.hand().modify(group.id(), ModificationType.DELETE, "member", dn);
        var mended = connector.observe(List.of(leaver)).getFirst();

        // Then
        assertThat(dangling).isInstanceOf(Answer.Rejected.class);
        assertThat(dangling.why()).contains(dn);
        assertThat(mended).isEqualTo(new Answer.Observed(false));
    }

    @Test
    void does_not_say_that_somebody_is_out_who_was_moved_elsewhere() {
        // Given
        var moved = memberships(1).getFirst();
        connector.grant(List.of(moved));

        // When
        Answer answer;
        try (var narrow = open(Map.of("principalBase", "ou=groups,dc=example,dc=com"))) {
            answer = narrow.withdraw(List.of(moved)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(answer.why()).contains("principalBase");
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

    private static Membership.Principal principal(String id, String userName, String mail) {
        return new Membership.Principal(id, userName, null, mail, null, null);
    }
}
