package dev.ephor.provisioning.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ephor.connector.Exchange;
import dev.ephor.events.Access;
import dev.ephor.events.Change;
import dev.ephor.events.MembershipKey;
import dev.ephor.provisioning.QuickRetries;
import dev.ephor.provisioning.Scene;
import dev.ephor.provisioning.application.LogEntry;
import dev.ephor.provisioning.application.ProvisioningLog;
import dev.ephor.provisioning.application.ProvisioningLog.Query;
import dev.ephor.provisioning.application.TargetCall;
import dev.ephor.provisioning.application.Verdict;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@TestProfile(QuickRetries.class)
class SqlLogTest {
    private static final Instant NOW = Scene.now();

    @Inject ProvisioningLog log;
    @Inject AgroalDataSource database;

    private final String tenant = "t-" + UUID.randomUUID();

    @Test
    void is_read_back_as_it_was_written_the_newest_first() {
        // Given
        var first = entry("dana", "app1", "a1", NOW);
        var second = entry("erin", "app2", "a2", NOW.plusSeconds(1));

        // When
        append(first, second);

        // Then
        assertThat(find(everything(10)))
                .usingRecursiveFieldByFieldElementComparatorIgnoringFields("id")
                .containsExactly(second, first);
    }

    @Test
    void finds_by_each_thing_that_can_be_asked_for() {
        // Given
        append(
                entry("dana", "app1", "a1", NOW),
                entry("erin", "app1", "a2", NOW.plusSeconds(1)),
                entry("erin", "app2", "a2", NOW.plusSeconds(2)));

        // When
        var byActivation = find(query("a1", null, null, null, null, null));

        // Then
        assertThat(byActivation).extracting(e -> e.key().principal()).containsExactly("dana");
        assertThat(find(query(null, "erin", null, null, null, null))).hasSize(2);
        assertThat(find(query(null, null, "group-y", null, null, null))).hasSize(3);
        assertThat(find(query(null, null, "group-x", null, null, null))).isEmpty();
        assertThat(find(query(null, "erin", null, "app2", null, null))).hasSize(1);
        assertThat(find(query(null, null, null, null, NOW.plusSeconds(1), null))).hasSize(2);
        assertThat(find(query(null, null, null, null, null, NOW.plusSeconds(1)))).hasSize(1);
    }

    @Test
    void is_read_page_by_page_although_more_is_written_meanwhile() {
        // Given
        append(entry("p1", "app1", "a", NOW), entry("p2", "app1", "a", NOW));
        append(entry("p3", "app1", "a", NOW));
        var firstPage = find(everything(2));

        // When
        append(entry("p4", "app1", "a", NOW));
        var secondPage =
                find(
                        new Query(
                                tenant,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                firstPage.getLast().id(),
                                2));

        // Then
        assertThat(firstPage).extracting(e -> e.key().principal()).containsExactly("p3", "p2");
        assertThat(secondPage).extracting(e -> e.key().principal()).containsExactly("p1");
    }

    @Test
    void shows_one_tenant_nothing_of_another() {
        // Given
        append(entry("dana", "app1", "a1", NOW));

        // When
        var found =
                log.find(
                        new Query(
                                "t-" + UUID.randomUUID(),
                                "a1",
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                null,
                                10));

        // Then
        assertThat(found).isEmpty();
    }

    @Test
    void keeps_what_was_exchanged_in_a_call_beside_its_lines() {
        // Given
        String id = UUID.randomUUID().toString();
        var exchange = new Exchange("PATCH", "https://app/7", "{}", null, "", Duration.ofMillis(3));
        var entry = entry("dana", "app1", "a1", NOW, id);

        // When
        QuarkusTransaction.requiringNew()
                .run(
                        () ->
                                log.append(
                                        List.of(entry),
                                        List.of(new TargetCall(id, List.of(exchange)))));

        // Then
        LogEntry found = find(everything(10)).getFirst();
        assertThat(found.call()).isEqualTo(id);
        assertThat(log.exchanges(id)).containsExactly(exchange);
        assertThat(log.find(tenant, found.id())).contains(found);
        assertThat(log.find("t-" + UUID.randomUUID(), found.id())).isEmpty();
    }

    @Test
    void finds_by_outcome() {
        // Given
        append(entry("dana", "app1", "a1", NOW));

        // When
        var lies = find(outcome(Verdict.Kind.CONTRADICTED));

        // Then
        assertThat(lies).hasSize(1);
        assertThat(find(outcome(Verdict.Kind.CONFIRMED))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "delete from provisioning_call",
                "update provisioning_log set answer = 'all was well'",
                "delete from provisioning_log"
            })
    void what_was_written_is_never_changed(String change) throws SQLException {
        // Given
        append(entry("dana", "app1", "a1", NOW));
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {

            // When
            var changing = assertThatThrownBy(() -> statement.executeUpdate(change));

            // Then
            changing.hasMessageContaining("the provisioning log is append-only");
        }
    }

    private void append(LogEntry... entries) {
        QuarkusTransaction.requiringNew().run(() -> log.append(List.of(entries), List.of()));
    }

    private List<LogEntry> find(Query query) {
        return log.find(query);
    }

    private Query everything(int limit) {
        return new Query(tenant, null, null, null, null, null, null, null, null, limit);
    }

    private Query query(
            String activation,
            String principal,
            String group,
            String target,
            Instant from,
            Instant to) {
        return new Query(tenant, activation, principal, group, target, null, from, to, null, 10);
    }

    private Query outcome(Verdict.Kind outcome) {
        return new Query(tenant, null, null, null, null, outcome, null, null, null, 10);
    }

    private LogEntry entry(String principal, String target, String activation, Instant time) {
        return entry(principal, target, activation, time, null);
    }

    private LogEntry entry(
            String principal, String target, String activation, Instant time, String call) {
        return new LogEntry(
                0,
                time,
                new MembershipKey(tenant, "group-y", principal, Access.MEMBER),
                target,
                activation,
                Change.WITHDRAW,
                2,
                17,
                Verdict.Kind.CONTRADICTED,
                "it's \"not\" so",
                call);
    }
}
