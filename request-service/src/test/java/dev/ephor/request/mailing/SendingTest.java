package dev.ephor.request.mailing;

import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.request.testing.Calls.as;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.MembershipEvent.ActivationDeactivated;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Rows;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.mailing.Notice.Fact;
import dev.ephor.request.testing.Calls;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.SmtpServer;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
@QuarkusTestResource(value = SmtpServer.class, restrictToAnnotatedClass = true)
class SendingTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Instant PAST = Instant.parse("2026-01-01T10:30:00Z");

    @Inject Others others;
    @Inject Outbox outbox;
    @Inject Delivery delivery;
    @Inject MeterRegistry metrics;
    @Inject Clock clock;
    @Inject Event<MailsWait> waiting;
    private final Rows database;

    SendingTest(DataSource database) {
        this.database = new Rows(database);
    }

    private static Notice notice(String lead) {
        return new Notice("Hello", lead, List.of(new Fact("Why", "because")), "Look", "/here");
    }

    private static String someAddress() {
        return UUID.randomUUID() + "@example.org";
    }

    private void write(String event, String to, String lead) {
        QuarkusTransaction.requiringNew()
                .run(
                        () -> {
                            outbox.add(Mail.of(event, to, notice(lead), clock.instant()));
                            waiting.fire(new MailsWait());
                        });
    }

    private static void awaitOne(String to) {
        await().atMost(PATIENCE).until(() -> !SmtpServer.arrived(to).isEmpty());
        assertThat(SmtpServer.arrived(to)).hasSize(1);
    }

    @Test
    void the_approver_is_asked_and_what_the_requester_wrote_is_only_text() {
        // Given
        String a = ExampleCompany.someone();
        String approver = ExampleCompany.addressOf(ExampleCompany.APPROVER);
        String id = Calls.activated(a, Calls.strict(a, "<script>alert(1)</script> & more"));
        // When
        others.say(
                id,
                new ApprovalOpened(
                        Others.key(a, ExampleCompany.STRICT),
                        id,
                        "s1",
                        1,
                        List.of(ExampleCompany.APPROVER),
                        Instant.now(),
                        Instant.now().plusSeconds(60),
                        null,
                        null,
                        null));
        // Then
        await().atMost(PATIENCE).until(() -> !SmtpServer.arrived(approver).isEmpty());
        SmtpServer.Arrived mail = SmtpServer.arrived(approver).getFirst();
        assertThat(mail.subject()).endsWith("asks for your approval: App1 Administrators");
        assertThat(mail.text())
                .contains("<script>alert(1)</script> & more")
                .contains("https://ephor.example.org/v1.0/")
                .contains("/assignmentApprovals/" + id);
        assertThat(mail.html())
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; more")
                .doesNotContain("<script>");
    }

    @Test
    void the_requester_is_told_when_access_has_begun_and_until_when() {
        // Given
        String a = ExampleCompany.someone();
        String id = Calls.activated(a, Calls.lax(a));
        var key = Others.key(a, ExampleCompany.LAX);
        Instant end = Instant.parse("2126-01-01T10:30:00Z");
        others.say(
                id,
                new ActivationApproved(
                        key, id, "e", Instant.now(), end, Instant.now(), List.of(), null));
        await().until(() -> as(a).get(Calls.ACTIVATIONS + "/" + id).path("window.end") != null);
        // When
        others.say(id, new ActivationActive(key, id, Instant.now()));
        // Then
        String address = ExampleCompany.addressOf(a);
        awaitOne(address);
        assertThat(SmtpServer.arrived(address).getFirst().text())
                .contains("Until: Tue 1 Jan 2126 10:30 UTC");
    }

    @Test
    void the_end_is_told_when_it_is_confirmed_and_not_before() {
        // Given
        String a = ExampleCompany.someone();
        String address = ExampleCompany.addressOf(a);
        String id = Calls.activated(a, Calls.lax(a));
        var key = Others.key(a, ExampleCompany.LAX);
        others.say(id, new ActivationExpired(key, id, 2, PAST, PAST, true));
        awaitStage(a, id, "expired");
        long early = mailsTo(address);
        // When
        others.say(id, new ActivationEnded(key, id, PAST));
        // Then
        awaitOne(address);
        assertThat(early).isZero();
        assertThat(SmtpServer.arrived(address).getFirst().text())
                .contains("Your access has ended. Its end has passed.");
    }

    @Test
    void an_end_whose_reason_is_heard_last_is_told_once() {
        // Given
        String a = ExampleCompany.someone();
        String address = ExampleCompany.addressOf(a);
        String id = Calls.activated(a, Calls.lax(a));
        var key = Others.key(a, ExampleCompany.LAX);
        others.say(id, new ActivationEnded(key, id, PAST));
        awaitStage(a, id, "ended");
        long early = mailsTo(address);
        // When
        others.say(id, new ActivationDeactivated(key, id, 2, a, PAST, true));
        others.say(id, new ActivationEnded(key, id, PAST));
        others.say(id, new ActivationActive(key, id, PAST));
        // Then: what is told of the last one comes after all that the others could tell
        await().atMost(PATIENCE).until(() -> SmtpServer.arrived(address).size() > 1);
        assertThat(early).isZero();
        assertThat(SmtpServer.arrived(address))
                .extracting(SmtpServer.Arrived::subject)
                .containsExactlyInAnyOrder("Active: App1 Readers", "Ended: App1 Readers");
    }

    private static void awaitStage(String principal, String id, String stage) {
        await().atMost(PATIENCE)
                .until(
                        () ->
                                as(principal)
                                        .get(Calls.ACTIVATIONS + "/" + id)
                                        .<List<String>>path("stages.stage")
                                        .contains(stage));
    }

    private long mailsTo(String address) {
        return database.list(
                        Condition.of(
                                "select count(*) as mails from mail where address = ?", address),
                        row -> row.getLong("mails"))
                .getFirst();
    }

    @Test
    void what_waits_while_the_server_is_away_is_sent_when_it_is_back() {
        // Given
        String to = someAddress();
        SmtpServer.goAway();
        // When
        write("e1", to, "it waits");
        await().atMost(PATIENCE).until(() -> tries(to) > 0);
        SmtpServer.comeBack();
        // Then
        awaitOne(to);
    }

    @Test
    void several_instances_of_which_some_end_send_every_mail_once() throws InterruptedException {
        // Given
        List<String> addresses = IntStream.range(0, 60).mapToObj(_ -> someAddress()).toList();
        var first = new Sending(outbox, delivery, metrics, clock);
        var second = new Sending(outbox, delivery, metrics, clock);
        first.start(null);
        second.start(null);
        // When
        addresses.forEach(to -> write("e2", to, "once"));
        await().atMost(PATIENCE).until(() -> !SmtpServer.arrived(addresses.get(20)).isEmpty());
        first.stop(null);
        var restarted = new Sending(outbox, delivery, metrics, clock);
        restarted.start(null);
        // Then
        await().atMost(PATIENCE)
                .until(() -> addresses.stream().noneMatch(to -> SmtpServer.arrived(to).isEmpty()));
        second.stop(null);
        restarted.stop(null);
        assertThat(addresses).allSatisfy(to -> assertThat(SmtpServer.arrived(to)).hasSize(1));
    }

    @Test
    void the_same_event_has_the_same_message_id_whoever_sends_it() {
        // Given
        String to = someAddress();
        Mail mail = Mail.of("e3", to, notice("twice"), Instant.EPOCH);
        // When
        delivery.deliver(mail);
        delivery.deliver(Mail.of("e3", to, notice("twice"), Instant.now()));
        // Then
        assertThat(SmtpServer.arrived(to))
                .hasSize(2)
                .extracting(SmtpServer.Arrived::id)
                .containsOnly("<" + mail.id() + "@localhost>");
    }

    @Test
    void an_address_that_does_not_exist_stands_in_nobodys_way() {
        // Given
        String to = someAddress();
        // When
        write("e4", SmtpServer.UNKNOWN, "nobody");
        write("e5", to, "somebody");
        // Then
        awaitOne(to);
        await().atMost(PATIENCE)
                .untilAsserted(
                        () ->
                                assertThat(
                                                metrics.counter("ephor.mails", "outcome", "refused")
                                                        .count())
                                        .isPositive());
    }

    @Test
    void a_refusal_does_not_hold_up_the_mail_after_it() {
        // Given: each refusal costs the connection
        List<String> addresses = IntStream.range(0, 60).mapToObj(_ -> someAddress()).toList();
        // When
        addresses.forEach(
                to -> {
                    write("after " + to, SmtpServer.UNKNOWN, "nobody");
                    write("e6", to, "somebody");
                });
        // Then
        await().atMost(PATIENCE)
                .until(() -> addresses.stream().noneMatch(to -> SmtpServer.arrived(to).isEmpty()));
        assertThat(addresses).allSatisfy(to -> assertThat(tries(to)).isZero());
    }

    private int tries(String to) {
        return database.list(
                        Condition.of("select tries from mail where address = ?", to),
                        row -> row.getInt("tries"))
                .getFirst();
    }
}
