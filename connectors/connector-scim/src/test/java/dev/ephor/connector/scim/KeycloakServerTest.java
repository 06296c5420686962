package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster.Page;
import dev.ephor.quickstart.app.Manners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is said of Keycloak elsewhere, seen in Keycloak. */
@Tag("keycloak")
class KeycloakServerTest {

    @Test
    void adds_removes_and_reads_back_users_whom_it_makes() {
        try (var side = new KeycloakSide(Map.of());
                var connector = open(side)) {
            // Given
            var membership = new Membership(side.group(), side.stranger(), "member");

            // When
            var granted = connector.grant(List.of(membership));
            var held = connector.observe(List.of(membership));
            var withdrawn = connector.withdraw(List.of(membership));

            // Then
            assertThat(granted).containsOnly(new Answer.Applied());
            assertThat(held).containsOnly(new Answer.Observed(true));
            assertThat(withdrawn).containsOnly(new Answer.Applied());
            assertThat(connector.observe(List.of(membership)))
                    .containsOnly(new Answer.Observed(false));
        }
    }

    @Test
    void answers_200_and_removes_nobody_in_another_form_which_reading_back_shows() {
        try (var side = new KeycloakSide(Map.of("removalForm", "value"));
                var connector = open(side)) {
            // Given
            var membership = new Membership(side.group(), side.stranger(), "member");
            connector.grant(List.of(membership));

            // When
            var withdrawn = connector.withdraw(List.of(membership));

            // Then
            assertThat(withdrawn).containsOnly(new Answer.Applied());
            assertThat(connector.observe(List.of(membership)))
                    .containsOnly(new Answer.Observed(true));
        }
    }

    @Test
    void lists_the_members_of_a_group_page_by_page() {
        try (var side = new KeycloakSide(Map.of("pageSize", "2"));
                var connector = open(side)) {
            // Given
            var group = side.group();
            var five =
                    Stream.generate(side::stranger)
                            .limit(5)
                            .map(p -> new Membership(group, p, "member"))
                            .toList();
            connector.grant(five);

            // When
            var listed = listed(connector, group);

            // Then
            assertThat(listed)
                    .containsExactlyInAnyOrderElementsOf(
                            five.stream().map(m -> m.principal().id()).toList());
        }
    }

    @Test
    void has_the_manners_that_the_emulator_imitates() {
        // Given
        List<String> emulated;
        List<String> real;

        // When
        try (var side =
                new AppSide(
                        Manners.KEYCLOAK, new Entrance.ByToken(), Map.of("profile", "keycloak"))) {
            emulated =
                    OddRequests.answers(
                            new AppHand(
                                    side.app.scimUrl(), "Bearer " + Entrance.ByToken.TOKEN, false));
        }
        real = OddRequests.answers(Keycloak.running().hand());

        // Then
        assertThat(real).isEqualTo(emulated);
    }

    private static List<String> listed(Connector connector, Membership.Group group) {
        var roster = connector.roster().orElseThrow();
        List<String> listed = new ArrayList<>();
        String cursor = null;
        do {
            var page = (Page.Read) roster.members(group, "member", cursor);
            assertThat(page.principals()).hasSizeLessThanOrEqualTo(2);
            listed.addAll(page.principals());
            cursor = page.next();
        } while (cursor != null);
        return listed;
    }

    private static Connector open(KeycloakSide side) {
        return ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(20))));
    }
}
