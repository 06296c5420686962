package dev.ephor.testing.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.ephor.quickstart.app.AppEffect;
import dev.ephor.quickstart.audit.LogCheck;
import dev.ephor.quickstart.client.Requester;
import dev.ephor.quickstart.client.Requester.Wish;
import dev.ephor.quickstart.entra.DirectoryEffect;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import dev.ephor.quickstart.issuer.SignIn;
import dev.ephor.quickstart.platform.Platform;
import dev.ephor.quickstart.world.World;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Each service is killed in the middle of an activation and started again; the outcome is the same
 * as without it.
 */
class KillTest {
    /**
     * A call that is under way is carried out although its caller was killed; shorter than a
     * service takes to start, so that it is over before the new one takes anything back.
     */
    private static final Duration IN_FLIGHT = Duration.ofSeconds(1);

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Platform platform = SharedPlatform.get();
    private final Requester userA = platform.requester(World.USER_A, SignIn.MFA);
    private long directoryBefore;
    private long applicationBefore;

    @BeforeEach
    void remember() {
        directoryBefore = platform.entra().journal().size();
        applicationBefore = platform.app1().journal().size();
    }

    @AfterEach
    void clearFaults() {
        platform.entra().faults().clear();
        platform.app1().faults().clear();
    }

    @Test
    void request_service_killed_right_after_its_answer() {
        // Given
        String id = activateOperators();
        // When
        restart("request-service");
        // Then
        endsAsWithoutTheKill(id);
    }

    @Test
    void approval_service_killed_while_an_approver_is_waited_for() {
        // Given
        Wish wish =
                new Wish(
                        World.USER_A.id(),
                        World.GROUP_Y.id(),
                        Duration.ofHours(1),
                        "restart of the workers",
                        "INC-1");
        String id = userA.activate(wish).body().path("id").asText();
        String stage = stageOf(id);
        // When
        restart("approval-service");
        var decision = platform.approver(World.APPROVER_B, SignIn.MFA).decide(id, stage, "Approve");
        // Then
        assertThat(decision.status()).isEqualTo(204);
        awaitState(id, "active");
        userA.deactivate(World.USER_A.id(), World.GROUP_Y.id());
        awaitState(id, "ended");
        hasOneEffectEach(World.GROUP_Y.id(), World.GROUP_Y.displayName());
        isAudited(id);
    }

    @Test
    void membership_service_killed_while_it_calls_the_directory() {
        // Given
        platform.entra()
                .faults()
                .add(FaultRule.once("POST", "/members/", new Fault.Slow(IN_FLIGHT)));
        String id = activateOperators();
        await().atMost(PATIENCE).until(() -> platform.entra().faults().active().isEmpty());
        // When
        restart("membership-service");
        // Then
        endsAsWithoutTheKill(id);
    }

    @Test
    void provisioning_service_killed_while_it_calls_the_application() {
        // Given
        platform.app1()
                .faults()
                .add(FaultRule.once("PATCH", "/Groups/", new Fault.Slow(IN_FLIGHT)));
        String id = activateOperators();
        await().atMost(PATIENCE).until(() -> platform.app1().faults().active().isEmpty());
        // When
        restart("provisioning-service");
        // Then
        endsAsWithoutTheKill(id);
    }

    @Test
    void audit_service_killed_while_it_seals() {
        // Given
        String id = activateOperators();
        // When
        restart("audit-service");
        // Then
        endsAsWithoutTheKill(id);
    }

    private String activateOperators() {
        Wish wish =
                new Wish(
                        World.USER_A.id(),
                        World.GROUP_Z.id(),
                        Duration.ofHours(1),
                        "restart of the workers",
                        null);
        var reply = userA.activate(wish);
        assertThat(reply.status()).as(reply.toString()).isEqualTo(201);
        return reply.body().path("id").asText();
    }

    private void restart(String service) {
        platform.service(service).kill();
        platform.service(service).start();
    }

    /**
     * Becomes active, is given back, ends; once at the directory, once at App1; and the log is
     * whole.
     */
    private void endsAsWithoutTheKill(String id) {
        awaitState(id, "active");
        userA.deactivate(World.USER_A.id(), World.GROUP_Z.id());
        awaitState(id, "ended");
        hasOneEffectEach(World.GROUP_Z.id(), World.GROUP_Z.displayName());
        isAudited(id);
    }

    private void hasOneEffectEach(String group, String name) {
        assertThat(
                        platform.entra().journal().after(directoryBefore).stream()
                                .map(e -> e.effect())
                                .filter(e -> e.group().equals(group))
                                .map(DirectoryEffect::change))
                .containsExactly(DirectoryEffect.Change.ADD, DirectoryEffect.Change.REMOVE);
        assertThat(
                        platform.app1().journal().after(applicationBefore).stream()
                                .map(e -> e.effect())
                                .filter(e -> e.group().equals(name))
                                .map(AppEffect::change))
                .containsExactly(AppEffect.Change.MEMBER_ADDED, AppEffect.Change.MEMBER_REMOVED);
    }

    private void isAudited(String id) {
        var log = platform.auditLog(World.AUDITOR, SignIn.MFA);
        await().atMost(PATIENCE).until(() -> log.story(id).path("complete").asBoolean());
        assertThat(new LogCheck().firstFault(log.entries(), log.head())).isEmpty();
    }

    private String stageOf(String id) {
        var approver = platform.approver(World.APPROVER_B, SignIn.MFA);
        await().atMost(PATIENCE).until(() -> approver.approval(id).status() == 200);
        return approver.approval(id).body().path("stages").path(0).path("id").asText();
    }

    private void awaitState(String id, String state) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(userA.activation(id).path("state").asText())
                                        .isEqualTo(state));
    }
}
