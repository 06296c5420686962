package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.unboundid.ldap.sdk.Entry;
import dev.ephor.connector.Answer;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider.Settings;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.Fault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two servers that hold the same and never tell each other of a change. */
class FailoverTest {

    private static final Membership DANA =
            new Membership(
                    new Membership.Group("t", "g1", "Admins"),
                    new Membership.Principal("p1", "Dana", null, null, null, null),
                    "member");

    private final InMemory first = new InMemory(Layout.NAMES);
    private final InMemory second = new InMemory(Layout.NAMES);
    private final LdapSide firstSide = LdapSide.of(first);
    private final LdapSide secondSide = LdapSide.of(second);
    private final Connector connector = open("bind-secret-0123456789");

    @BeforeEach
    void furnish() throws Exception {
        for (InMemory server : List.of(first, second)) {
            server.admin().add(Layout.NAMES.group("Admins"));
            server.admin().add(Layout.NAMES.person("Dana"));
        }
    }

    @AfterEach
    void close() {
        connector.close();
        firstSide.close();
        secondSide.close();
    }

    @Test
    void goes_on_with_the_next_when_the_first_is_gone() throws Exception {
        // Given
        connector.observe(List.of(DANA));
        firstSide.suffer(Fault.REFUSING);

        // When
        var answer = onceAnswered(() -> connector.grant(List.of(DANA)).getFirst());

        // Then
        assertThat(answer).isEqualTo(new Answer.Applied());
        assertThat(isMember(second)).isTrue();
        assertThat(isMember(first)).isFalse();
    }

    @Test
    void reads_back_from_where_it_wrote() {
        // Given
        firstSide.suffer(Fault.REFUSING);
        connector.grant(List.of(DANA));
        firstSide.recover();

        // When
        var answers = connector.observe(List.of(DANA));

        // Then
        assertThat(answers).containsExactly(new Answer.Observed(true));
    }

    @Test
    void reads_from_the_other_when_the_one_it_wrote_to_is_gone() {
        // Given
        connector.grant(List.of(DANA));
        firstSide.suffer(Fault.REFUSING);

        // When
        var answer = onceAnswered(() -> connector.observe(List.of(DANA)).getFirst());

        // Then
        assertThat(answer).isEqualTo(new Answer.Observed(false));
    }

    @Test
    void goes_on_with_the_next_after_one_that_is_out_of_order() throws Exception {
        // Given
        connector.observe(List.of(DANA));
        firstSide.suffer(Fault.BROKEN);
        var refused = connector.grant(List.of(DANA));

        // When
        var answers = connector.grant(List.of(DANA));

        // Then
        assertThat(refused).hasOnlyElementsOfType(Answer.Transient.class);
        assertThat(answers).containsExactly(new Answer.Applied());
        assertThat(isMember(second)).isTrue();
    }

    @Test
    void tries_a_refused_password_once() {
        // When
        Answer answer;
        try (var wrong = open("wrong")) {
            answer = wrong.grant(List.of(DANA)).getFirst();
        }

        // Then
        assertThat(answer).isInstanceOf(Answer.Rejected.class);
        assertThat(first.mishaps().bound()).hasSize(1);
        assertThat(second.mishaps().bound()).isEmpty();
    }

    /** A connection may be found to be dead only when it is used. */
    private static Answer onceAnswered(Supplier<Answer> call) {
        return await().atMost(Duration.ofMinutes(2))
                .until(call::get, answer -> !(answer instanceof Answer.Unreachable));
    }

    private Connector open(String password) {
        var settings =
                firstSide.settings(
                        Map.of(
                                "urls", firstSide.url() + " " + secondSide.url(),
                                "groupBy", "cn",
                                "groupFrom", "displayName",
                                "principalBy", "uid",
                                "principalFrom", "userName"));
        return new LdapConnectorProvider()
                .open(new Settings("ad", settings.values(), _ -> password));
    }

    private static boolean isMember(InMemory server) throws Exception {
        Entry group = server.admin().getEntry(Layout.NAMES.group("Admins").getDN());
        return group.hasAttributeValue("member", Layout.NAMES.person("Dana").getDN());
    }
}
