package dev.ephor.request.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.GroupRemoved;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.CatalogEvent.PolicyRemoved;
import dev.ephor.events.CatalogEvent.PolicyWeakened;
import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ApplyingConfiguration.Order;
import dev.ephor.request.application.Configuration.Eligible;
import dev.ephor.request.application.Difference.Kind;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class ApplyingConfigurationTest {
    private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");

    /** Far away: the service's own timer ends what has passed by the real clock. */
    private static final Instant END = Instant.parse("2126-11-21T10:00:00Z");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private static final MembershipKey KEY = new MembershipKey("t2", "g", "p", Access.MEMBER);
    private static final Eligible ELIGIBLE = new Eligible(KEY, NOW, null);
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
    @Inject SayingEligibility saying;
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
                                .map(e -> new Eligible(e.key(), e.start(), e.end()))
                                .toList());
        before = said.position();
    }

    @AfterEach
    void restore() {
        apply(List.of(), List.of());
    }

    private int apply(List<CatalogEvent> catalog, List<Eligible> eligibilities) {
        return applying.apply(with(catalog, eligibilities), order(null)).size();
    }

    private Order order(String tenant) {
        return new Order("the-admin", tenant, new Cause(ids.next(), null, null, NOW));
    }

    private Configuration with(List<CatalogEvent> catalog, List<Eligible> eligibilities) {
        var all = new ArrayList<>(company.catalog());
        all.addAll(catalog);
        var eligible = new ArrayList<>(company.eligibilities());
        eligible.addAll(eligibilities);
        return new Configuration(all, eligible);
    }

    private String id() {
        return kept.eligibilities().get(KEY).value().id();
    }

    private List<Event> news() {
        List<Event> events = said.since(before);
        before = said.position();
        return events;
    }

    @Test
    void says_what_is_new_in_the_order_in_which_one_needs_the_other() {
        // When
        int changes = apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));

        // Then
        assertThat(changes).isEqualTo(4);
        assertThat(news())
                .containsExactly(
                        TARGET,
                        GROUP,
                        POLICY,
                        new EligibilityAssigned(KEY, id(), NOW, null, null, "the-admin", null));
    }

    @Test
    void says_nothing_when_the_same_is_applied_again() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));
        news();

        // When
        int changes = apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));

        // Then
        assertThat(changes).isZero();
        assertThat(news()).isEmpty();
    }

    @Test
    void says_what_has_changed_and_nothing_else() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));
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
        String id = id();
        var shorter = new Eligible(KEY, NOW, END);

        // When
        apply(List.of(TARGET, GROUP, stricter), List.of(shorter));

        // Then
        assertThat(news())
                .containsExactly(
                        stricter,
                        new EligibilityUpdated(KEY, id, NOW, END, null, "the-admin", null, NOW));
    }

    @Test
    void says_what_is_there_no_more() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));
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
    void says_again_what_was_removed_with_another_id() {
        // Given
        apply(List.of(GROUP), List.of(ELIGIBLE));
        String first = id();
        apply(List.of(), List.of());
        news();

        // When
        apply(List.of(GROUP), List.of(ELIGIBLE));

        // Then
        assertThat(news())
                .containsExactly(
                        GROUP,
                        new EligibilityAssigned(KEY, id(), NOW, null, null, "the-admin", null));
        assertThat(id()).isNotEqualTo(first);
    }

    @Test
    void says_besides_in_what_a_policy_is_weaker() {
        // Given
        apply(List.of(GROUP, POLICY), List.of());
        news();
        var weaker =
                new PolicyDefined(
                        "t2",
                        "g",
                        Access.MEMBER,
                        policy(24),
                        POLICY.eligibility(),
                        POLICY.assignment(),
                        List.of());

        // When
        apply(List.of(GROUP, weaker), List.of());

        // Then
        assertThat(news())
                .containsExactly(
                        weaker,
                        new PolicyWeakened(
                                "t2",
                                "g",
                                Access.MEMBER,
                                "the-admin",
                                List.of("The longest window is PT24H instead of PT8H."),
                                NOW));
    }

    @Test
    void does_not_begin_again_what_is_over() {
        // Given
        var over = new Eligible(KEY, NOW.minusSeconds(60), NOW);

        // When
        int changes = apply(List.of(), List.of(over));

        // Then
        assertThat(changes).isZero();
    }

    @Test
    void plans_what_it_would_change_and_changes_nothing() {
        // Given
        apply(List.of(TARGET, GROUP, POLICY), List.of(ELIGIBLE));
        news();
        var renamed = new GroupDefined("t2", "g", "H", "d", List.of("app1"), List.of("p"));

        // When
        List<Difference> plan =
                applying.plan(
                        with(
                                List.of(renamed, POLICY),
                                List.of(new Eligible(KEY, NOW, NOW.plusSeconds(5)))),
                        null,
                        NOW);

        // Then
        assertThat(plan)
                .containsExactlyInAnyOrder(
                        new Difference(
                                Kind.CHANGED,
                                "group/t2/g",
                                false,
                                List.of(
                                        new Difference.Member("displayName", "G", "H"),
                                        new Difference.Member("owners", "[]", "[\"p\"]")),
                                List.of()),
                        new Difference(Kind.REMOVED, "target/t2/app1", false, List.of(), List.of()),
                        new Difference(
                                Kind.CHANGED,
                                "eligibility/" + KEY,
                                false,
                                List.of(new Difference.Member("end", null, "2026-11-21T10:00:05Z")),
                                List.of()));
        assertThat(news()).isEmpty();
    }

    @Test
    void leaves_other_tenants_alone_where_it_is_of_one() {
        // Given
        apply(List.of(GROUP), List.of(ELIGIBLE));
        news();

        // When
        List<Difference> changed =
                applying.apply(new Configuration(List.of(), List.of()), order("t2"));

        // Then
        assertThat(changed).extracting(Difference::kind).containsOnly(Kind.REMOVED);
        assertThat(news()).hasSize(2);
    }

    @Test
    void applies_the_file_of_a_start_once() {
        // Given
        Configuration wanted = with(List.of(GROUP), List.of());
        applying.applyAtStart(wanted, "one", order(null));
        apply(List.of(), List.of());

        // When
        var again = applying.applyAtStart(wanted, "one", order(null));
        var other = applying.applyAtStart(wanted, "two", order(null));

        // Then
        assertThat(again).isEmpty();
        assertThat(other).hasValueSatisfying(made -> assertThat(made).hasSize(1));
    }

    @Test
    void finds_what_ended_while_it_was_applied_ended() throws Exception {
        // Given
        apply(List.of(GROUP), List.of(new Eligible(KEY, NOW, END)));
        String first = id();
        news();
        var longer = new Eligible(KEY, NOW, END.plusSeconds(60));

        // When: the end is said and not yet committed as applying begins
        try (var other = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<Integer> applied =
                    QuarkusTransaction.requiringNew()
                            .call(
                                    () -> {
                                        var ended = new Cause(ids.next(), null, null, END);
                                        saying.decide(new Pass(KEY, END), ended);
                                        Future<Integer> begun =
                                                other.submit(
                                                        () ->
                                                                apply(
                                                                        List.of(GROUP),
                                                                        List.of(longer)));
                                        await().atMost(PATIENCE).until(this::somebodyWaits);
                                        return begun;
                                    });
            assertThat(applied.get()).isOne();
        }

        // Then
        assertThat(news())
                .containsExactly(
                        new EligibilityExpired(KEY, first, END, END),
                        new EligibilityAssigned(
                                KEY, id(), NOW, longer.end(), null, "the-admin", null));
    }

    private boolean somebodyWaits() {
        return said.text(
                        "select pid from pg_stat_activity where wait_event_type = 'Lock'"
                                + " and datname = current_database()")
                != null;
    }

    @Test
    void applies_thousands_in_one_go() {
        // Given
        var principals = new ArrayList<CatalogEvent>();
        var eligible = new ArrayList<Eligible>();
        for (int i = 0; i < 2_000; i++) {
            String id = "many-" + i;
            principals.add(
                    new CatalogEvent.PrincipalSeen(
                            "t2", id, id, null, null, null, null, null, false, Map.of(),
                            List.of()));
            eligible.add(new Eligible(new MembershipKey("t2", "g", id, Access.MEMBER), NOW, null));
        }

        // When
        int changes = apply(principals, eligible);

        // Then
        assertThat(changes).isEqualTo(4_000);
        assertThat(news()).hasSize(4_000);
    }
}
