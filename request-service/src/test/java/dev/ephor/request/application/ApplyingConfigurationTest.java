package dev.ephor.request.application;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.GroupRemoved;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PolicyRemoved;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.domain.Eligibility;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class ApplyingConfigurationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
    private static final MembershipKey KEY = new MembershipKey("t2", "g", "p", Access.MEMBER);
    private static final Eligibility ELIGIBILITY = new Eligibility("e-test", KEY, NOW, null);
    private static final GroupDefined GROUP =
            new GroupDefined("t2", "g", "G", "d", List.of("app1"), List.of());
    private static final PolicyDefined POLICY =
            new PolicyDefined(
                    "t2",
                    "g",
                    Access.MEMBER,
                    policy(8),
                    AdminRules.ELIGIBILITY,
                    AdminRules.ASSIGNMENT,
                    List.of());
    private static final TargetDefined TARGET =
            new TargetDefined("t2", "app1", "scim", Map.of("a", "1", "b", "2", "c", "3"));

    @Inject ApplyingConfiguration applying;
    @Inject KeepConfiguration kept;
    @Inject Ids ids;
    @Inject Said said;
    private Configuration company;
    private long before;

    private static Policy policy(int hours) {
        Duration maximum = Duration.ofHours(hours);
        return Policy.upTo(maximum).build();
    }

    /** What the service was started with stays configured beside what the tests add. */
    @BeforeEach
    void remember() {
        company =
                new Configuration(
                        kept.catalog().values().stream()
                                .map(KeepConfiguration.Kept::value)
                                .filter(java.util.Objects::nonNull)
                                .toList(),
                        kept.eligibilities().values().stream()
                                .map(KeepConfiguration.Kept::value)
                                .filter(java.util.Objects::nonNull)
                                .toList());
        before = said.position();
    }

    @AfterEach
    void restore() {
        apply(List.of(), List.of());
    }

    private int apply(List<CatalogEvent> catalog, List<Eligibility> eligibilities) {
        var all = new ArrayList<>(company.catalog());
        all.addAll(catalog);
        var eligible = new ArrayList<>(company.eligibilities());
        eligible.addAll(eligibilities);
        return applying.apply(
                new Configuration(all, eligible), new Cause(ids.next(), null, null, NOW));
    }

    private List<Event> news() {
        List<Event> events = said.since(before);
        before = said.position();
        return events;
    }

    @Test
    void says_what_is_new_in_the_order_in_which_one_needs_the_other() {
        // When
        int changes = apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBILITY));

        // Then
        assertThat(changes).isEqualTo(4);
        assertThat(news())
                .containsExactly(
                        TARGET,
                        GROUP,
                        POLICY,
                        new EligibilityAssigned(KEY, "e-test", NOW, null, null, "ephor", null));
    }

    @Test
    void says_nothing_when_the_same_is_applied_again() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBILITY));
        news();

        // When
        int changes = apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBILITY));

        // Then
        assertThat(changes).isZero();
        assertThat(news()).isEmpty();
    }

    @Test
    void says_what_has_changed_and_nothing_else() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBILITY));
        news();
        var stricter =
                new PolicyDefined(
                        "t2",
                        "g",
                        Access.MEMBER,
                        policy(1),
                        AdminRules.ELIGIBILITY,
                        AdminRules.ASSIGNMENT,
                        List.of());
        var shorter = new Eligibility("e-test", KEY, NOW, NOW.plusSeconds(60));

        // When
        apply(List.of(TARGET, GROUP, stricter), List.of(shorter));

        // Then
        assertThat(news())
                .containsExactly(
                        stricter,
                        new EligibilityAssigned(
                                KEY, "e-test", NOW, NOW.plusSeconds(60), null, "ephor", null));
    }

    @Test
    void says_what_is_there_no_more() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBILITY));
        news();

        // When
        apply(List.of(TARGET), List.of());

        // Then
        assertThat(news())
                .satisfiesExactlyInAnyOrder(
                        e -> assertThat(e).isEqualTo(new GroupRemoved("t2", "g")),
                        e -> assertThat(e).isEqualTo(new PolicyRemoved("t2", "g", Access.MEMBER)),
                        e ->
                                assertThat(e)
                                        .isInstanceOfSatisfying(
                                                EligibilityRemoved.class,
                                                removed -> {
                                                    assertThat(removed.key()).isEqualTo(KEY);
                                                    assertThat(removed.removedAt()).isEqualTo(NOW);
                                                }));
    }

    @Test
    void can_say_again_what_was_removed() {
        // Given
        apply(List.of(GROUP), List.of(ELIGIBILITY));
        apply(List.of(), List.of());
        news();

        // When
        apply(List.of(GROUP), List.of(ELIGIBILITY));

        // Then
        assertThat(news())
                .containsExactly(
                        GROUP,
                        new EligibilityAssigned(KEY, "e-test", NOW, null, null, "ephor", null));
    }

    @Test
    void applies_thousands_in_one_go() {
        // Given
        var principals = new ArrayList<CatalogEvent>();
        var eligible = new ArrayList<Eligibility>();
        for (int i = 0; i < 2_000; i++) {
            String id = "many-" + i;
            principals.add(
                    new CatalogEvent.PrincipalSeen(
                            "t2", id, id, null, null, null, null, null, false, Map.of(),
                            List.of()));
            eligible.add(
                    new Eligibility(
                            id, new MembershipKey("t2", "g", id, Access.MEMBER), NOW, null));
        }

        // When
        int changes = apply(principals, eligible);

        // Then
        assertThat(changes).isEqualTo(4_000);
        assertThat(news()).hasSize(4_000);
    }
}
