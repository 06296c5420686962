package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TimedLinksTest {

    private static final Duration HOUR = Duration.ofHours(1);

    private final InMemory server = new InMemory(Layout.activeDirectory("DC=example,DC=com"));
    private final LdapSide side = LdapSide.of(server);
    private final Connector connector =
            new LdapConnectorProvider().open(side.settings(Map.of("grants", "ttl")));
    private final Membership member = new Membership(side.group(), side.principal(), "member");

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void gives_a_standing_membership_no_end() {
        // Given
        side.put(member);

        // When
        var answer = grantFor(HOUR);

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied(false));
        side.passTime(HOUR.multipliedBy(2));
        assertThat(side.holders(member.group(), "member")).hasSize(1);
    }

    @Test
    void moves_an_end_in_one_change() {
        // Given
        grantFor(HOUR);
        int before = server.mishaps().modified().size();

        // When
        grantFor(HOUR.multipliedBy(2));

        // Then
        assertThat(server.mishaps().modified()).hasSize(before + 1);
    }

    @Test
    void rounds_up_to_whole_seconds() {
        // When
        grantFor(Duration.ofMillis(1_001));

        // Then
        assertThat(server.mishaps().modified()).last().asString().contains("<TTL=2,");
    }

    @Test
    void knows_no_end_in_the_past() {
        // When
        var answer = grantFor(Duration.ofHours(-1));

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(server.mishaps().modified()).last().asString().contains("<TTL=1,");
    }

    private Answer grantFor(Duration length) {
        return connector
                .boundedGrants()
                .orElseThrow()
                .grant(List.of(new Bounded(member, length)))
                .getFirst();
    }
}
