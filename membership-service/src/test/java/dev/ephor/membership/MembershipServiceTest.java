package dev.ephor.membership;

import static dev.ephor.kit.test.Patiently.await;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import dev.ephor.connector.Answer;
import dev.ephor.connector.Membership;
import dev.ephor.connector.memory.Call;
import dev.ephor.connector.memory.MemoryWorld;
import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.DirectoryDefined;
import dev.ephor.events.CatalogEvent.GroupDefined;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Change;
import dev.ephor.events.DriftEvent;
import dev.ephor.events.DriftEvent.DriftDetected;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.Topics;
import dev.ephor.kit.kafka.DeadLetter;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(
        value = Platform.class,
        initArgs = @ResourceArg(name = "database", value = "none"))
@QuarkusTestResource(StateDirectory.class)
class MembershipServiceTest {
    private static final String TENANT = TestIssuer.TENANT;

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String brokers;

    private final String group = "g-" + UUID.randomUUID();
    private final MemoryWorld world = MemoryWorld.named("acme");
    private Line line;

    @BeforeEach
    void begin() {
        await().until(() -> given().get("/q/health/ready").statusCode() == 200);
        line = new Line(brokers, Topics.MEMBERSHIPS);
        line.say(new DirectoryDefined(TENANT, "mem", "memory", Map.of("world", "acme")));
        line.say(new GroupDefined(TENANT, group, "Admins", "mem", List.of(), List.of()));
    }

    @AfterEach
    void end() {
        world.recover();
        line.close();
    }

    @Test
    void makes_an_approved_principal_a_member_until_the_window_ends() {
        // Given
        var approved = approved("dana", Duration.ofSeconds(8));
        // When
        line.say(approved);
        // Then
        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
        assertThat(world.holders(TENANT, group, "member")).containsExactly("dana");
        line.await(ActivationExpired.class, e -> isOf(approved, e.activationId()));
        line.await(MembershipRemoved.class, e -> isOf(approved, e.activationId()));
        assertThat(world.holders(TENANT, group, "member")).isEmpty();
    }

    @Test
    void tells_of_a_member_of_a_managed_group_whom_ephor_did_not_give() {
        // Given
        var policy = Policy.upTo(Duration.ofHours(8)).build();
        line.say(
                new PolicyDefined(
                        TENANT,
                        group,
                        Access.MEMBER,
                        policy,
                        AdminRules.ELIGIBILITY,
                        AdminRules.ASSIGNMENT,
                        List.of()));
        var mallory = new MembershipKey(TENANT, group, "mallory", Access.MEMBER);
        // When
        world.put(
                new Membership(
                        new Membership.Group(TENANT, group, "Admins"),
                        new Membership.Principal("mallory", null, null, null, null, null),
                        "member"));
        // Then
        try (var observations = new Line(brokers, Topics.OBSERVATIONS)) {
            var sighted = observations.await(MembershipSighted.class, e -> e.key().equals(mallory));
            assertThat(sighted.present()).isTrue();
            assertThat(sighted.revertAt()).isNull();
        }
    }

    @Test
    void shows_windows_with_what_the_directory_made_of_them() {
        var approved = approved("kim", Duration.ofMinutes(5));
        line.say(approved);
        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));

        Settled.answer(() -> auditor().get("/ephor/v1/windows?group={g}", group))
                .then()
                .statusCode(200)
                .body("value.principal", hasItem("kim"))
                .body("value[0].windows[0].state", is("confirmed"));
        Settled.answer(() -> auditor().get("/ephor/v1/windows/{t}/{g}/kim/member", TENANT, group))
                .then()
                .statusCode(200)
                .body("wanted", is(true))
                .body("state", is("confirmed"))
                .body("generation", equalTo(1))
                .body("windows[0].activationId", is(approved.activationId()));
    }

    @Test
    void finds_no_window_of_another_principal_group_or_tenant() {
        String windows = "/ephor/v1/windows";
        Settled.answer(() -> auditor().get(windows + "?group={g}&principal=nobody", group))
                .then()
                .statusCode(200)
                .body("value.size()", is(0));
        Settled.answer(() -> auditor().get(windows + "/{t}/{g}/nobody/member", TENANT, group))
                .then()
                .statusCode(404);
        Settled.answer(() -> auditor().get(windows + "/another-tenant/{g}/kim/member", group))
                .then()
                .statusCode(404);
        auditor().get("/ephor/v1/windows/{t}/{g}/kim/boss", TENANT, group).then().statusCode(404);
    }

    @Test
    void shows_windows_to_admins_and_auditors_only() {
        given().get("/ephor/v1/windows").then().statusCode(401);
        given().auth()
                .oauth2(TestIssuer.token("eve"))
                .get("/ephor/v1/windows")
                .then()
                .statusCode(403);
        String admin = TestIssuer.token("ada", "Ephor.Admin");
        Settled.answer(() -> given().auth().oauth2(admin).get("/ephor/v1/windows"))
                .then()
                .statusCode(200);
    }

    @Test
    void says_what_is_wrong_with_a_question() {
        auditor()
                .get("/ephor/v1/windows?top=0")
                .then()
                .statusCode(400)
                .body("detail", containsString("top is 0"));
    }

    @Test
    void calls_a_person_when_a_removal_does_not_work_and_goes_on() {
        var approved = approved("lee", Duration.ofMinutes(5));
        line.say(approved);
        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
        world.fail(Call.WITHDRAW, 3, new Answer.Rejected("no permission"));

        line.say(
                new DeactivationRequested(
                        approved.key(), approved.activationId(), "r", "lee", null, Instant.now()));

        var stuck = line.await(MembershipStuck.class, e -> isOf(approved, e.activationId()));
        assertThat(stuck.change()).isEqualTo(Change.WITHDRAW);
        assertThat(stuck.lastAnswer()).isEqualTo("no permission");
        line.await(MembershipRemoved.class, e -> isOf(approved, e.activationId()));
    }

    @Test
    void lets_a_person_close_a_removal_that_is_stuck() {
        var approved = approved("kay", Duration.ofMinutes(5));
        line.say(approved);
        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
        world.fail(Call.WITHDRAW, 1_000, new Answer.Rejected("no permission"));
        line.say(
                new DeactivationRequested(
                        approved.key(), approved.activationId(), "r", "kay", null, Instant.now()));
        line.await(MembershipStuck.class, e -> isOf(approved, e.activationId()));
        String kay = "value.find { it.principal == 'kay' }";

        // It is on the board a moment after it was said.
        await().untilAsserted(
                        () ->
                                auditor()
                                        .get("/ephor/v1/windows/stuck")
                                        .then()
                                        .statusCode(200)
                                        .body(kay + ".change", is("withdraw"))
                                        .body(kay + ".lastAnswer", is("no permission"))
                                        .body(kay + ".directory", is("mem")));
        String close = "/ephor/v1/windows/stuck/{g}/kay/member/close";
        Settled.answer(() -> responder("{}").post(close, group)).then().statusCode(400);
        String evidence = "{\"evidence\": \"Seen in the portal\"}";
        Settled.answer(() -> responder(evidence).post(close, group)).then().statusCode(202);

        var closed = line.await(StuckClosed.class, e -> isOf(approved, e.activationId()));
        assertThat(closed.evidence()).isEqualTo("Seen in the portal");
    }

    @Test
    void tries_again_when_a_person_asks() {
        var approved = approved("ray", Duration.ofMinutes(5));
        line.say(approved);
        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
        world.fail(Call.WITHDRAW, 1_000, new Answer.Rejected("no permission"));
        line.say(
                new DeactivationRequested(
                        approved.key(), approved.activationId(), "r", "ray", null, Instant.now()));
        line.await(MembershipStuck.class, e -> isOf(approved, e.activationId()));
        world.recover();

        String retry = "/ephor/v1/windows/stuck/{g}/ray/member/retry";
        Settled.answer(() -> responder("").post(retry, group)).then().statusCode(202);

        line.await(MembershipRemoved.class, e -> isOf(approved, e.activationId()));
        Settled.answer(() -> responder("").post(retry, group)).then().statusCode(404);
    }

    @Test
    void shows_drift_and_lets_a_person_accept_it() {
        var key = new MembershipKey(TENANT, group, "mallory", Access.MEMBER);
        String drift = UUID.randomUUID().toString();
        line.say(new MembershipSighted(key, drift, true, null, Instant.now()));
        line.await(DriftDetected.class, e -> e.driftId().equals(drift));

        // It is on the board a moment after it was said.
        String kind = "value.find { it.id == '%s' }.kind".formatted(drift);
        await().untilAsserted(
                        () ->
                                auditor()
                                        .get("/ephor/v1/windows/drifts")
                                        .then()
                                        .statusCode(200)
                                        .body(kind, is("ungranted")));
        String mallory = "/ephor/v1/windows/drifts/{g}/mallory/member/";
        String why = "{\"reason\": \"Runs the import\"}";
        Settled.answer(() -> responder(why).post(mallory + "stop", group)).then().statusCode(409);
        Settled.answer(() -> responder(why).post(mallory + "accept", group)).then().statusCode(202);

        var ended = line.await(DriftEnded.class, e -> e.driftId().equals(drift));
        assertThat(ended.outcome()).isEqualTo(DriftEvent.Outcome.ACCEPTED);
        assertThat(ended.endedBy()).isEqualTo("sam");
    }

    @Test
    void lets_nobody_but_responders_and_admins_change_what_is_stuck_or_drifted() {
        auditor()
                .post("/ephor/v1/windows/stuck/{g}/kay/member/retry", group)
                .then()
                .statusCode(403);
        given().get("/ephor/v1/windows/drifts").then().statusCode(401);
    }

    @Test
    void grants_when_the_group_becomes_known() {
        String late = "late-" + UUID.randomUUID();
        var approved = approved(late, "max", Duration.ofMinutes(5));
        line.say(approved);
        await().untilAsserted(
                        () ->
                                auditor()
                                        .get("/ephor/v1/windows?group={g}", late)
                                        .then()
                                        .body("value[0].failures", greaterThan(0)));

        line.say(new GroupDefined(TENANT, late, "Late", "mem", List.of(), List.of()));

        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
    }

    @Test
    void buries_what_is_no_event_and_goes_on() {
        line.send(
                new ProducerRecord<>(
                        Topics.APPROVALS.name(),
                        group,
                        ("no event of " + group).getBytes(StandardCharsets.UTF_8)));
        var approved = approved("pat", Duration.ofMinutes(5));
        line.say(approved);

        line.await(ActivationGranted.class, e -> isOf(approved, e.activationId()));
        try (var graveyard = new Line(brokers, Topics.DEAD_LETTERS)) {
            var letter =
                    graveyard.await(
                            r ->
                                    new String(r.value(), StandardCharsets.UTF_8).endsWith(group)
                                            ? r
                                            : null);
            assertThat(letter.headers().lastHeader(DeadLetter.REASON)).isNotNull();
        }
    }

    @Test
    void measures_what_matters() {
        given().get("/q/metrics")
                .then()
                .statusCode(200)
                .body(containsString("ephor_windows_open"))
                .body(containsString("ephor_memberships_stuck"))
                .body(containsString("ephor_window_lateness_seconds"))
                .body(containsString("ephor_membership_overstay_seconds"));
    }

    private static RequestSpecification responder(String body) {
        return given().auth()
                .oauth2(TestIssuer.token("sam", "Ephor.Responder"))
                .contentType("application/json")
                .body(body);
    }

    private static RequestSpecification auditor() {
        return given().auth().oauth2(TestIssuer.token("alex", "Ephor.Auditor"));
    }

    private static boolean isOf(ActivationApproved approved, String activationId) {
        return approved.activationId().equals(activationId);
    }

    private ActivationApproved approved(String principal, Duration window) {
        return approved(group, principal, window);
    }

    private static ActivationApproved approved(String group, String principal, Duration window) {
        Instant now = Instant.now();
        var key = new MembershipKey(TENANT, group, principal, Access.MEMBER);
        return new ActivationApproved(
                key,
                UUID.randomUUID().toString(),
                "e",
                now,
                now.plus(window),
                now,
                List.of(),
                null);
    }
}
