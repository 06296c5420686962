package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Page;
import dev.ephor.connector.scim.OddApplication.Reply;
import dev.ephor.quickstart.app.Manners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ScimRosterTest {

    private AppSide side = new AppSide(Map.of());
    private Connector connector = connector();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void lists_by_the_applications_id_whom_nobody_knows() {
        // Given
        var group = side.group();
        String stranger = side.hand.createUser("stranger@example.com", "a-nickname");
        side.hand.add(side.ids.get(group.id()), stranger);

        // When
        var listed = listed(group);

        // Then
        assertThat(listed).containsExactly(stranger);
    }

    @Test
    void lists_by_the_directorys_id_whom_it_met_under_a_nickname() {
        // Given
        var group = side.group();
        var dana = side.stranger();
        side.hand.createUser(dana.userName(), "dana");
        connector.grant(List.of(new Membership(group, dana, "member")));

        // When
        var listed = listed(group);

        // Then
        assertThat(listed).containsExactly(dana.id());
    }

    @Test
    void looks_up_nobody_whom_it_granted() {
        // Given
        var group = side.group();
        var many =
                Stream.generate(side::stranger)
                        .limit(20)
                        .map(p -> new Membership(group, p, "member"))
                        .toList();
        connector.grant(many);
        long before = side.app.calls().byMethod().get("GET");

        // When
        var listed = listed(group);

        // Then
        assertThat(listed).hasSize(20);
        assertThat(side.app.calls().byMethod()).containsEntry("GET", before + 1);
    }

    @Test
    void tells_many_unknown_members_page_by_page() {
        // Given
        var group = side.group();
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            var somebody = side.principal();
            expected.add(somebody.id());
            side.put(new Membership(group, somebody, "member"));
        }

        // When
        var first = read(group, null);
        var second = read(group, first.next());

        // Then
        assertThat(first.principals()).hasSize(100);
        assertThat(second.next()).isNull();
        assertThat(Stream.of(first, second).flatMap(p -> p.principals().stream()))
                .containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void lists_a_member_whom_the_application_has_not() {
        // Given
        try (var app = new OddApplication(ScimRosterTest::withADangling);
                var odd = ScimConnector.open(app.target())) {
            var group = new Membership.Group("t", "g", "Administrators");

            // When
            var page = odd.roster().orElseThrow().members(group, "member", null);

            // Then
            assertThat(page).isEqualTo(new Page.Read(List.of("gone"), null));
        }
    }

    private static Reply withADangling(String asked) {
        if (asked.contains("/Users/gone")) {
            return Reply.status(404);
        }
        return asked.contains("filter=")
                ? Reply.listing("{\"id\":\"1\",\"displayName\":\"Administrators\"}")
                : Reply.json(
                        """
                        {"id":"1","members":[{"value":"gone"},{"value":"g2","type":"Group"}]}""");
    }

    @Test
    void finds_a_group_that_was_made_anew() {
        // Given
        var group = side.group();
        listed(group);
        side.hand.delete("/Groups/" + side.ids.get(group.id()));
        side.hand.createGroup(group.displayName());

        // When
        var listed = listed(group);

        // Then
        assertThat(listed).isEmpty();
    }

    @Test
    void pages_through_the_users_of_a_group_where_they_can_be_searched() {
        // Given
        reopen(Manners.KEYCLOAK, Map.of("profile", "keycloak", "pageSize", "2"));
        var group = side.group();
        var many = Stream.generate(side::principal).limit(5).toList();
        many.forEach(p -> side.put(new Membership(group, p, "member")));

        // When
        var listed = listed(group);

        // Then
        assertThat(listed)
                .containsExactlyInAnyOrderElementsOf(
                        many.stream().map(Membership.Principal::id).toList());
        assertThat(read(group, null).principals()).hasSize(2);
    }

    @Test
    void is_not_offered_for_an_application_that_never_lists_members() {
        // Given
        reopen(Manners.AWS, Map.of("profile", "aws"));

        // When
        var roster = connector.roster();

        // Then
        assertThat(roster).isEmpty();
    }

    @Test
    void knows_no_owners() {
        // When
        var page = connector.roster().orElseThrow().members(side.group(), "owner", null);

        // Then
        assertThat(page)
                .isInstanceOfSatisfying(
                        Page.Unread.class,
                        unread -> assertThat(unread.failure()).isInstanceOf(Answer.Rejected.class));
    }

    private List<String> listed(Membership.Group group) {
        List<String> listed = new ArrayList<>();
        Page.Read page = read(group, null);
        listed.addAll(page.principals());
        while (page.next() != null) {
            page = read(group, page.next());
            listed.addAll(page.principals());
        }
        return listed;
    }

    private Page.Read read(Membership.Group group, String cursor) {
        var page = connector.roster().orElseThrow().members(group, "member", cursor);
        assertThat(page).isInstanceOf(Page.Read.class);
        return (Page.Read) page;
    }

    private void reopen(Manners manners, Map<String, String> settings) {
        close();
        side = new AppSide(manners, new Entrance.ByToken(), settings);
        connector = connector();
    }

    private Connector connector() {
        return ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(10))));
    }
}
