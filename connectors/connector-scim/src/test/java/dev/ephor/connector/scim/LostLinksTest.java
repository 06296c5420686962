package dev.ephor.connector.scim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.Manners;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The application lost users and groups whose ids we go by; vendors say so in several ways. */
class LostLinksTest {

    private final AtomicLong nanoTime = new AtomicLong();
    private AppSide side;
    private Connector connector;
    private Membership dana;
    private Membership arno;

    static List<String> vendors() {
        return Profiles.names();
    }

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void makes_a_lost_user_anew_and_grants(String vendor) {
        // Given
        granted(vendor);
        side.hand.delete("/Users/" + id(dana));

        // When
        var answers = connector.grant(List.of(dana, arno));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(members()).containsExactlyInAnyOrder(id(dana), id(arno));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void removes_the_others_where_one_user_is_lost(String vendor) {
        // Given
        granted(vendor);
        side.hand.delete("/Users/" + id(dana));

        // When
        var answers = connector.withdraw(List.of(dana, arno));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(members()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void removes_a_user_who_was_made_anew_and_put_back(String vendor) {
        // Given
        granted(vendor);
        side.hand.delete("/Users/" + id(dana));
        String anew = side.hand.createUser(dana.principal().userName(), dana.principal().id());
        side.hand.add(side.ids.get(dana.group().id()), anew);
        nanoTime.addAndGet(Duration.ofMinutes(5).toNanos());

        // When
        var answers = connector.withdraw(List.of(dana));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(members()).containsExactly(id(arno));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void makes_a_lost_group_anew_and_grants(String vendor) {
        // Given
        granted(vendor);
        side.hand.delete("/Groups/" + side.ids.get(dana.group().id()));

        // When
        var answers = connector.grant(List.of(dana));

        // Then
        assertThat(answers).containsOnly(new Answer.Applied());
        assertThat(members()).containsExactly(id(dana));
    }

    @ParameterizedTest
    @MethodSource("vendors")
    void observes_nobody_in_a_lost_group(String vendor) {
        // Given
        granted(vendor);
        side.hand.delete("/Groups/" + side.ids.get(dana.group().id()));

        // When
        var answers = connector.observe(List.of(dana, arno));

        // Then
        assertThat(answers).containsOnly(new Answer.Observed(false));
    }

    private void granted(String vendor) {
        side = new AppSide(manners(vendor), new Entrance.ByToken(), Map.of("profile", vendor));
        connector =
                ScimConnector.open(
                        ScimTarget.of(side.settings(Duration.ofSeconds(10))), nanoTime::get);
        var group = side.group();
        dana = new Membership(group, side.stranger(), "member");
        arno = new Membership(group, side.stranger(), "member");
        connector.grant(List.of(dana, arno));
    }

    private static Manners manners(String vendor) {
        return switch (vendor) {
            case "rfc7644" -> Manners.PLAIN;
            case "entra" -> Manners.ENTRA;
            case "aws" -> Manners.AWS;
            case "google" -> Manners.GOOGLE;
            case "keycloak" -> Manners.KEYCLOAK;
            default -> throw new IllegalArgumentException(vendor + ": give it manners here");
        };
    }

    private List<String> members() {
        return side.app.members(dana.group().displayName()).stream().map(Account::id).toList();
    }

    private String id(Membership membership) {
        return side.app.accounts().stream()
                .filter(a -> a.externalId().equals(membership.principal().id()))
                .map(Account::id)
                .findFirst()
                .orElseThrow();
    }
}
