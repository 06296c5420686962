package dev.ephor.provisioning.delivering;

import static dev.ephor.kit.test.Patiently.await;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.CatalogEvent.TargetDefined;
import dev.ephor.events.DriftEvent.Difference;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.DriftPolicy;
import dev.ephor.events.DriftPolicy.Action;
import dev.ephor.events.DriftPolicy.Standing;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ProvisioningEvent;
import dev.ephor.events.TargetDriftEvent;
import dev.ephor.events.TargetDriftEvent.TargetDriftDetected;
import dev.ephor.events.TargetDriftEvent.TargetDriftEnded;
import dev.ephor.kit.catalog.Catalog;
import dev.ephor.provisioning.AppHand;
import dev.ephor.provisioning.OtherServices;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.AskingTargets;
import dev.ephor.provisioning.application.DriftBoard;
import dev.ephor.provisioning.application.HandlingDrift;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.Provisioned;
import dev.ephor.provisioning.application.ProvisioningLog;
import dev.ephor.provisioning.application.Provisionings;
import dev.ephor.provisioning.application.Verdict;
import dev.ephor.provisioning.domain.Drift;
import dev.ephor.provisioning.domain.Provisioning;
import dev.ephor.quickstart.app.Account;
import dev.ephor.quickstart.app.Manners;
import dev.ephor.quickstart.app.ScimApplication;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Drift at a real SCIM application, behind the connector that a service is shipped with. */
@QuarkusTest
@TestProfile(QuickRetries.class)
class ReconcilingTest {
    private static final DriftPolicy REPORT = policy(Action.REPORT, Duration.ofMinutes(15));
    private static final DriftPolicy REVERT = policy(Action.REVERT, Duration.ZERO);
    private static final DriftPolicy REVERT_LATER = policy(Action.REVERT, Duration.ofMinutes(15));

    @Inject OtherServices others;
    @Inject Catalog catalog;
    @Inject AskingTargets asking;
    @Inject DriftBoard board;
    @Inject HandlingDrift handling;
    @Inject ProvisioningLog log;
    @Inject Provisionings provisionings;
    @Inject Reversals reversals;

    private final String target = "app1-" + UUID.randomUUID();
    private final String dana = UUID.randomUUID().toString();
    private final String mallory = UUID.randomUUID().toString();
    private ScimApplication app1;
    private AppHand hand;

    @BeforeEach
    void start() {
        start(Manners.PLAIN);
    }

    @AfterEach
    void stop() {
        hand.close();
        app1.close();
    }

    @Test
    void finds_and_reports_a_member_whom_ephor_did_not_provision() {
        // Given
        Scene scene = withDana(REPORT);
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));

        // When
        reconcile(1);

        // Then
        TargetDriftDetected drift = detected(scene.key(mallory));
        assertThat(drift.kind()).isEqualTo(Difference.UNGRANTED);
        assertThat(drift.target()).isEqualTo(target);
        assertThat(drift.revertAt()).isNull();
        assertThat(onBoard()).containsExactly(mallory);
        assertThat(line(drift))
                .returns(Verdict.Kind.DRIFTED, entry -> entry.outcome())
                .satisfies(entry -> assertThat(log.exchanges(entry.call())).isNotEmpty());
        reconcile(1);
        reconcileUntilQuiet(scene);
        assertThat(drifts(scene.key(mallory))).hasSize(1);
        assertThat(drifts(scene.key(dana))).isEmpty();
    }

    @Test
    void removes_a_member_whom_ephor_did_not_provision_where_the_policy_wants_it() {
        // Given
        Scene scene = withDana(REVERT);
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));

        // When
        reconcile(1);

        // Then
        assertThat(ended(scene.key(mallory)).outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(members(scene)).containsExactly("dana@example.com");
        assertThat(onBoard()).isEmpty();
    }

    @Test
    void a_targets_own_word_passes_the_groups() {
        // Given
        Scene scene = withDana(REVERT, Map.of("drift", "report"));
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));

        // When
        reconcile(1);

        // Then
        assertThat(detected(scene.key(mallory)).revertAt()).isNull();
    }

    @Test
    void a_revert_that_is_stopped_is_not_begun() {
        // Given
        Scene scene = withDana(REVERT_LATER);
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));
        reconcile(1);
        assertThat(detected(scene.key(mallory)).revertAt()).isNotNull();

        // When
        var word =
                new HandlingDrift.Word(scene.key(mallory), target, "kim", "Asking the owner first");
        handling.stop(word);

        // Then
        others.await(scene.key(mallory), TargetDriftEvent.TargetRevertStopped.class, _ -> true);
        assertThat(board.toRevert()).noneMatch(d -> d.key().equals(scene.key(mallory)));
        assertThat(onBoard()).containsExactly(mallory);
        reconcileUntilQuiet(scene);
        assertThat(members(scene)).contains("mallory@example.com");
    }

    @Test
    void puts_a_member_back_who_vanished() {
        // Given
        Scene scene = withDana(REVERT);
        hand.remove(scene.displayName(), account("dana@example.com").id());

        // When
        reconcile(1);

        // Then
        assertThat(detected(scene.key(dana)).kind()).isEqualTo(Difference.VANISHED);
        assertThat(ended(scene.key(dana)).outcome()).isEqualTo(Outcome.REVERTED);
        assertThat(members(scene)).containsExactly("dana@example.com");
    }

    @Test
    void what_is_back_by_itself_is_gone() {
        // Given
        Scene scene = withDana(REPORT);
        String id = account("dana@example.com").id();
        hand.remove(scene.displayName(), id);
        reconcile(1);
        detected(scene.key(dana));

        // When
        hand.add(scene.displayName(), id);
        reconcile(1);

        // Then
        assertThat(ended(scene.key(dana)).outcome()).isEqualTo(Outcome.GONE);
    }

    @Test
    void asks_a_target_without_rosters_for_those_whom_it_knows() {
        // Given
        stop();
        start(Manners.AWS);
        Scene scene = withDana(REPORT, Map.of("profile", "aws"));
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));
        hand.remove(scene.displayName(), account("dana@example.com").id());

        // When
        reconcile(1);

        // Then
        assertThat(detected(scene.key(dana)).kind()).isEqualTo(Difference.VANISHED);
        assertThat(onBoard()).containsExactly(dana);
    }

    @Test
    void does_not_touch_a_group_that_is_not_managed() {
        // Given
        Scene scene = Scene.at(target, others, catalog);
        define(Map.of());
        grantDana(scene);
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));
        long calls = app1.calls().total();

        // When
        reconcile(0);

        // Then
        assertThat(app1.calls().total()).isEqualTo(calls);
        assertThat(onBoard()).isEmpty();
    }

    @Test
    void never_takes_one_who_is_wanted_for_a_stranger_after_a_restart() {
        // Given
        Scene scene = Scene.managed(target, REVERT, others, catalog);
        define(Map.of());
        scene.see("dana-by-name", "dana@example.com");
        String id = hand.createUser("dana@example.com", "nickname");
        scene.grant("dana-by-name");
        scene.awaitActive("dana-by-name");

        // When
        define(Map.of("timeout", "PT9S"));
        reconcileUntilQuiet(scene);

        // Then
        assertThat(app1.members(scene.displayName())).extracting(Account::id).containsExactly(id);
        assertThat(onBoard()).isEmpty();
    }

    @Test
    void goes_on_with_a_revert_that_was_to_come_when_the_process_died() {
        // Given
        Scene scene = withDana(REVERT);
        hand.add(scene.displayName(), hand.createUser("mallory@example.com", mallory));
        var past = Scene.now().minusSeconds(60);
        var left =
                new Drift(
                        "left-" + mallory,
                        target,
                        Difference.UNGRANTED,
                        Drift.Stage.REPORTED,
                        past,
                        past.minusSeconds(900));
        var fresh = Provisioning.of(scene.key(mallory));
        var stored =
                new Provisioning(
                        fresh.key(), 1, fresh.wanted(), -1, List.of(), List.of(), List.of(left));
        QuarkusTransaction.requiringNew()
                .run(() -> provisionings.save(List.of(new Provisioned(stored, Map.of()))));

        // When
        reversals.revertDue();

        // Then
        assertThat(ended(scene.key(mallory)))
                .returns("left-" + mallory, TargetDriftEnded::driftId)
                .returns(Outcome.REVERTED, TargetDriftEnded::outcome);
        assertThat(members(scene)).containsExactly("dana@example.com");
    }

    @Test
    void what_is_under_way_is_no_drift() {
        // Given
        Scene scene = withDana(REPORT);
        String kim = UUID.randomUUID().toString();
        scene.see(kim, "kim@example.com");
        app1.faults().add(FaultRule.always("PATCH", "/Groups/", Fault.lie()));
        scene.grant(kim);
        others.await(scene.key(kim), ProvisioningEvent.ProvisioningStuck.class, _ -> true);

        // When
        app1.faults().clear();
        reconcileUntilQuiet(scene);

        // Then
        assertThat(drifts(scene.key(kim))).isEmpty();
        scene.awaitActive(kim);
    }

    @Test
    void only_reports_a_stranger_whom_nobody_in_the_directory_is() {
        // Given
        Scene scene = withDana(REVERT);
        String id = hand.createUser("service@example.com", "no-object-id");
        hand.add(scene.displayName(), id);

        // When
        reconcile(1);

        // Then
        assertThat(detected(scene.key(id)).revertAt()).isNull();
        assertThat(members(scene)).contains("service@example.com");
    }

    private Scene withDana(DriftPolicy drift) {
        return withDana(drift, Map.of());
    }

    private Scene withDana(DriftPolicy drift, Map<String, String> settings) {
        Scene scene = Scene.managed(target, drift, others, catalog);
        define(settings);
        grantDana(scene);
        return scene;
    }

    private void grantDana(Scene scene) {
        scene.see(dana, "dana@example.com");
        scene.grant(dana);
        scene.awaitActive(dana);
    }

    private void start(Manners manners) {
        app1 = ScimApplication.start(0, "Bearer token-of-app1"::equals, manners);
        hand = new AppHand(app1.scimUrl(), "token-of-app1");
    }

    private void define(Map<String, String> settings) {
        var all = new HashMap<>(settings);
        all.put("url", app1.scimUrl());
        all.put("tokenRef", "APP1_TOKEN");
        others.define(new TargetDefined(Scene.TENANT, target, "scim", all));
        await().until(
                        () ->
                                catalog.target(Scene.TENANT, target)
                                        .filter(t -> t.settings().equals(all))
                                        .isPresent());
    }

    private void reconcile(int groups) {
        assertThat(asking.reconcile(Scene.TENANT, target, null)).contains(groups);
    }

    /** Reads until somebody who is a stranger beyond doubt was found: then all others were seen. */
    private void reconcileUntilQuiet(Scene scene) {
        String last = UUID.randomUUID().toString();
        hand.add(scene.displayName(), hand.createUser(last + "@example.com", last));
        reconcile(1);
        detected(scene.key(last));
        String id = account(last + "@example.com").id();
        hand.remove(scene.displayName(), id);
        reconcile(1);
        ended(scene.key(last));
    }

    private TargetDriftDetected detected(MembershipKey key) {
        return (TargetDriftDetected) others.await(key, TargetDriftDetected.class, _ -> true).data();
    }

    private TargetDriftEnded ended(MembershipKey key) {
        return (TargetDriftEnded) others.await(key, TargetDriftEnded.class, _ -> true).data();
    }

    private List<ProvisioningEvent> drifts(MembershipKey key) {
        return others.about(key).stream()
                .map(e -> e.data())
                .filter(TargetDriftEvent.class::isInstance)
                .toList();
    }

    private List<String> onBoard() {
        return board.of(Scene.TENANT).stream()
                .filter(d -> d.drift().target().equals(target))
                .map(d -> d.key().principal())
                .toList();
    }

    private LogEntry line(TargetDriftDetected drift) {
        return log.find(
                        new ProvisioningLog.Query(
                                Scene.TENANT,
                                drift.driftId(),
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                10))
                .getFirst();
    }

    private Account account(String userName) {
        return app1.accounts().stream()
                .filter(a -> a.userName().equals(userName))
                .findFirst()
                .orElseThrow();
    }

    private List<String> members(Scene scene) {
        return app1.members(scene.displayName()).stream().map(Account::userName).toList();
    }

    private static DriftPolicy policy(Action action, Duration grace) {
        return new DriftPolicy(action, grace, Standing.KEEP);
    }
}
