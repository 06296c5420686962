package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.app.Manners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** A profile that does not fit is found out: by a refusal, or by reading back. */
class WrongProfileTest {

    @Test
    void shows_a_removal_that_was_answered_200_and_not_done() {
        talk(
                Manners.KEYCLOAK,
                Map.of("profile", "keycloak", "removalForm", "value"),
                (connector, memberships) -> {
                    // Given
                    connector.grant(memberships);

                    // When
                    var removed = connector.withdraw(memberships);

                    // Then
                    assertThat(removed).containsOnly(new Answer.Applied());
                    assertThat(connector.observe(memberships))
                            .containsOnly(new Answer.Observed(true));
                });
    }

    @Test
    void is_refused_where_a_removal_is_not_in_the_form_that_is_known() {
        talk(
                Manners.AWS,
                Map.of("profile", "aws", "removalForm", "path"),
                (connector, memberships) -> {
                    // Given
                    connector.grant(memberships);

                    // When
                    var removed = connector.withdraw(memberships);

                    // Then
                    assertThat(removed).hasOnlyElementsOfType(Answer.Rejected.class);
                    assertThat(connector.observe(memberships))
                            .containsOnly(new Answer.Observed(true));
                });
    }

    @Test
    void confirms_no_grant_where_members_are_never_listed() {
        talk(
                Manners.AWS,
                Map.of("profile", "aws", "readBack", "list"),
                (connector, memberships) -> {
                    // When
                    var granted = connector.grant(memberships);

                    // Then
                    assertThat(granted).containsOnly(new Answer.Applied());
                    assertThat(connector.observe(memberships))
                            .containsOnly(new Answer.Observed(false));
                });
    }

    @Test
    void confirms_a_removal_of_a_member_only_in_the_way_that_has_found_members() {
        talk(
                Manners.KEYCLOAK,
                Map.of("profile", "rfc7644"),
                (connector, memberships) -> {
                    // Given
                    connector.grant(memberships);

                    // When
                    var observed = connector.observe(memberships);

                    // Then
                    assertThat(observed).containsOnly(new Answer.Observed(true));
                });
    }

    @Test
    void works_in_spite_of_too_large_a_batch_one_by_one() {
        talk(
                Manners.GOOGLE,
                Map.of("profile", "google", "batch", "100"),
                (connector, memberships) -> {
                    // When
                    var granted = connector.grant(memberships);

                    // Then
                    assertThat(granted).containsOnly(new Answer.Applied());
                    assertThat(connector.observe(memberships))
                            .containsOnly(new Answer.Observed(true));
                });
    }

    @Test
    void is_refused_where_only_entras_own_dialect_is_known() {
        talk(
                Manners.ENTRA,
                Map.of("profile", "rfc7644"),
                (connector, memberships) -> {
                    // When
                    var granted = connector.grant(memberships);

                    // Then
                    assertThat(granted).hasOnlyElementsOfType(Answer.Rejected.class);
                });
    }

    @Test
    void says_what_a_vendor_needs_to_know_of_a_new_user() {
        talk(
                Manners.KEYCLOAK,
                Map.of("profile", "keycloak"),
                (connector, memberships) -> {
                    // Given
                    var nameless =
                            new Membership.Principal(
                                    "d", "dana@example.com", null, null, null, "R");

                    // When
                    var granted =
                            connector.grant(
                                    List.of(
                                            new Membership(
                                                    memberships.getFirst().group(),
                                                    nameless,
                                                    "member")));

                    // Then
                    assertThat(granted).hasOnlyElementsOfType(Answer.Rejected.class);
                    assertThat(granted.getFirst().why())
                            .contains("mail, givenName")
                            .doesNotContain("familyName");
                });
    }

    private static void talk(
            Manners manners,
            Map<String, String> settings,
            BiConsumer<Connector, List<Membership>> about) {
        try (var side = new AppSide(manners, new Entrance.ByToken(), settings);
                var connector =
                        ScimConnector.open(ScimTarget.of(side.settings(Duration.ofSeconds(10))))) {
            var group = side.group();
            var memberships =
                    List.of(
                            new Membership(group, side.principal(), "member"),
                            new Membership(group, side.stranger(), "member"));
            about.accept(connector, memberships);
        }
    }
}
