package dev.ephor.connector.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.ModificationType;
import dev.ephor.connector.Answer;
import dev.ephor.connector.BoundedGrants.Bounded;
import dev.ephor.connector.Connector;
import dev.ephor.connector.ConnectorProvider;
import dev.ephor.connector.Membership;
import dev.ephor.connector.conformance.ConnectorConformance;
import dev.ephor.connector.conformance.World;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The suite over a domain controller of Samba's, by LDAPS; and what only such a one knows. */
class SambaConformanceTest extends ConnectorConformance {

    private static SambaDc samba;

    @BeforeAll
    static void start() {
        Started.orSkip(
                SambaDc.isRunnable(),
                "samba-ad-dc is not installed, its ports are taken, or this is not root:"
                        + " apt-get install samba-ad-dc samba-ad-provision");
        samba = SambaDc.start();
    }

    @AfterAll
    static void stop() {
        if (samba != null) {
            samba.close();
        }
    }

    @Override
    protected ConnectorProvider provider() {
        return new LdapConnectorProvider();
    }

    @Override
    protected World world() {
        return LdapSide.in(samba);
    }

    @Test
    void tells_what_it_gave_from_what_was_there() {
        try (var side = LdapSide.in(samba);
                var connector = open(side, Map.of())) {
            // Given
            var group = side.group();
            var standing = membership(group, side.principal());
            var given = membership(group, side.principal());
            side.put(standing);

            // When
            var answers = connector.grant(List.of(standing, given));

            // Then
            assertThat(answers).containsExactly(new Answer.Applied(false), new Answer.Applied());
        }
    }

    @Test
    void counts_groups_in_groups_where_that_is_asked_for() {
        try (var side = LdapSide.in(samba);
                var direct = open(side, Map.of());
                var nested = open(side, Map.of("nested", "true"))) {
            // Given
            var nesting = Nested.in(side);

            // When
            var answers = List.of(observe(direct, nesting.outer), observe(nested, nesting.outer));

            // Then
            assertThat(answers)
                    .containsExactly(new Answer.Observed(false), new Answer.Observed(true));
        }
    }

    @Test
    void takes_only_the_direct_membership_away() {
        try (var side = LdapSide.in(samba);
                var nested = open(side, Map.of("nested", "true"))) {
            // Given
            var nesting = Nested.in(side);
            nested.grant(List.of(nesting.outer));

            // When
            nested.withdraw(List.of(nesting.outer));

            // Then
            assertThat(observe(nested, nesting.outer)).isEqualTo(new Answer.Observed(false));
            assertThat(side.holders(nesting.inner.group(), "member"))
                    .containsExactly(nesting.inner.principal().id());
        }
    }

    @Test
    void does_not_pretend_that_samba_ends_links_by_itself() {
        try (var side = LdapSide.in(samba);
                var connector = open(side, Map.of("grants", "ttl"))) {
            // Given
            var member = membership(side.group(), side.principal());
            var bounded = new Bounded(member, Duration.ofHours(1));

            // When
            var answers = connector.boundedGrants().orElseThrow().grant(List.of(bounded));

            // Then
            assertThat(answers).singleElement().isInstanceOf(Answer.Rejected.class);
            assertThat(side.holders(member.group(), "member")).isEmpty();
        }
    }

    private static Connector open(LdapSide side, Map<String, String> more) {
        return new LdapConnectorProvider().open(side.settings(more));
    }

    private static Answer observe(Connector connector, Membership membership) {
        return connector.observe(List.of(membership)).getFirst();
    }

    private static Membership membership(Membership.Group group, Membership.Principal principal) {
        return new Membership(group, principal, "member");
    }

    /** One who is in a group that is itself in the group. */
    private record Nested(Membership outer, Membership inner) {
        static Nested in(LdapSide side) {
            var principal = side.principal();
            var outer = membership(side.group(), principal);
            var inner = membership(side.group(), principal);
            side.put(inner);
            String innerDn = side.hand().dn(inner.group().id());
            side.hand().modify(outer.group().id(), ModificationType.ADD, "member", innerDn);
            return new Nested(outer, inner);
        }
    }
}
