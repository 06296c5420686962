package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.audit.AuditTopic;
import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.RemoveLeaves;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What somebody who owns the database can do to the log, and that it is found. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class VerifyTest {
    @Inject SealingRecords sealing;
    @Inject Ids ids;
    @Inject DataSource database;
    @Inject RemoveLeaves leaves;
    private long first;

    @BeforeEach
    void some_entries() throws SQLException {
        String story = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, 12)
                        .mapToObj(
                                i ->
                                        Samples.of(
                                                "dev.ephor.activation.requested.v1",
                                                story,
                                                story + i))
                        .toList());
        first = verify("").body("intact", equalTo(true)).extract().jsonPath().getLong("to") - 12;
        sql("create table entry_backup as select * from audit_entry");
        sql("create table filing_backup as select * from audit_filing");
        sql("create table head_backup as select * from audit_head");
    }

    @AfterEach
    void restore() throws SQLException {
        sql("delete from audit_entry");
        sql("insert into audit_entry select * from entry_backup");
        sql("delete from audit_filing");
        String columns =
                "sequence, at, type, tenant, group_id, principal, correlation, target, ticket,"
                        + " approvers, words";
        sql("insert into audit_filing (%1$s) select %1$s from filing_backup".formatted(columns));
        sql("update audit_head set (size, hash) = (select size, hash from head_backup)");
        sql("update audit_retention set removed_before = 0");
        sql("drop table entry_backup; drop table filing_backup; drop table head_backup");
    }

    private void sql(String statement) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement s = connection.createStatement()) {
            s.execute(statement);
        }
    }

    private static ValidatableResponse verify(String query) {
        return given().auth()
                .oauth2(TestIssuer.token("auditor", "Ephor.Auditor"))
                .get("/ephor/v1/audit/verify" + query)
                .then();
    }

    private List<String> findings() {
        var answer = verify("").statusCode(200).body("intact", equalTo(false)).extract().jsonPath();
        List<String> kinds = answer.getList("findings.kind");
        List<Integer> sequences = answer.getList("findings.sequence");
        return IntStream.range(0, kinds.size())
                .mapToObj(i -> kinds.get(i) + " " + (sequences.get(i) - first))
                .toList();
    }

    @Test
    void finds_a_changed_byte() throws SQLException {
        // When
        sql(
                "update audit_entry set leaf = set_byte(leaf, length(leaf) - 1, 0) where sequence = "
                        + (first + 4));

        // Then
        assertThat(findings()).containsExactly("LEAF_CHANGED 4");
    }

    @Test
    void leaves_that_retention_removed_are_no_damage() throws SQLException {
        // When
        sql("update audit_retention set removed_before = " + (first + 6));
        sql("update audit_entry set leaf = '' where sequence < " + (first + 6));
        sql("delete from audit_filing where sequence < " + (first + 6));

        // Then
        verify("").body("intact", equalTo(true)).body("leavesRemoved", equalTo((int) first + 6));
        verify("?from=" + (first + 5)).body("intact", equalTo(true));
        entry(first + 5)
                .body("kind", equalTo("REMOVED"))
                .body("problem", containsString("retention removed it"));
    }

    @Test
    void a_leaf_that_is_gone_without_retention_is_damage_and_so_is_a_hash_behind_it()
            throws SQLException {
        // When
        sql("update audit_retention set removed_before = " + (first + 6));
        sql("update audit_entry set leaf = '' where sequence = " + (first + 7));
        sql(
                "update audit_entry set leaf = '', leaf_hash = sha256('x') where sequence = "
                        + (first + 2));

        // Then
        assertThat(findings()).containsExactly("HASH_CHANGED 2", "LEAF_CHANGED 7");
    }

    private long number(String query) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement s = connection.createStatement();
                var row = s.executeQuery(query)) {
            return row.next() ? row.getLong(1) : 0;
        }
    }

    private static ValidatableResponse entry(long sequence) {
        return given().auth()
                .oauth2(TestIssuer.token("auditor", "Ephor.Auditor"))
                .get("/ephor/v1/audit/entries/" + sequence)
                .then()
                .statusCode(200);
    }

    @Test
    void retention_removes_what_is_old_and_nothing_that_is_young() throws SQLException {
        // Given
        Instant old = Instant.parse("2001-01-01T00:00:00Z");
        await().atMost(AuditTopic.PATIENCE)
                .until(() -> number("select min(position) from audit_follower") >= first + 12);
        sql("update audit_filing set at = '2000-01-01' where sequence < " + (first + 5));
        sql("update audit_filing set at = '2000-01-01' where sequence = " + (first + 8));

        // When
        int removed = 0;
        int some;
        do {
            some = leaves.removeSome(old);
            removed += some;
        } while (some > 0);

        // Then
        assertThat(removed).isEqualTo((int) first + 5);
        verify("")
                .body("leavesRemoved", equalTo((int) first + 5))
                .body("findings.kind", equalTo(List.of("MISFILED")));
        entry(first + 8).body("kind", equalTo("EVENT"));
    }

    @Test
    void finds_a_dropped_row() throws SQLException {
        // When
        sql("delete from audit_entry where sequence = " + (first + 4));

        // Then
        assertThat(findings()).containsExactly("MISSING 4");
    }

    @Test
    void finds_a_cut_end_also_by_the_health_check() throws SQLException {
        // When
        sql("delete from audit_entry where sequence >= " + (first + 10));

        // Then
        assertThat(findings()).containsExactly("MISSING 10");
        given().get("/q/health/ready").then().statusCode(503);
    }

    @Test
    void finds_swapped_rows() throws SQLException {
        // When
        sql("update audit_entry set sequence = 1000000 where sequence = " + (first + 2));
        sql(
                "update audit_entry set sequence = "
                        + (first + 2)
                        + " where sequence = "
                        + (first + 6));
        sql("update audit_entry set sequence = " + (first + 6) + " where sequence = 1000000");

        // Then
        assertThat(findings()).containsExactly("REORDERED 2", "REORDERED 6");
    }

    @Test
    void finds_a_changed_hash_of_each_kind() throws SQLException {
        // When
        sql("update audit_entry set leaf_hash = sha256('x') where sequence = " + (first + 1));
        sql("update audit_entry set previous = sha256('x') where sequence = " + (first + 3));
        sql("update audit_entry set hash = sha256('x') where sequence = " + (first + 5));
        sql("update audit_head set hash = sha256('x')");

        // Then
        assertThat(findings())
                .containsExactly(
                        "LEAF_HASH_CHANGED 1",
                        "PREVIOUS_CHANGED 3",
                        "HASH_CHANGED 5",
                        "HEAD_DIFFERS 11");
    }

    @Test
    void finds_an_entry_that_is_hidden_from_a_search() throws SQLException {
        // When
        sql("update audit_filing set principal = 'else' where sequence = " + (first + 1));
        sql("update audit_filing set at = at - interval '1 day' where sequence = " + (first + 2));
        sql("update audit_filing set correlation = null where sequence = " + (first + 3));
        sql("delete from audit_filing where sequence = " + (first + 4));

        // Then
        assertThat(findings())
                .containsExactly("MISFILED 1", "MISFILED 2", "MISFILED 3", "MISFILED 4");
    }

    @Test
    void shows_a_damaged_entry_all_the_same() throws SQLException {
        // When
        sql("update audit_entry set leaf = 'x' where sequence = " + first);

        // Then
        given().auth()
                .oauth2(TestIssuer.token("auditor", "Ephor.Auditor"))
                .get("/ephor/v1/audit/entries/" + first)
                .then()
                .statusCode(200)
                .body("kind", equalTo("UNREADABLE"))
                .body("problem", containsString("layout"));
    }

    @Test
    void checks_a_part_alone() throws SQLException {
        // When
        sql("delete from audit_entry where sequence = " + (first + 4));

        // Then
        verify("?from=" + (first + 5)).body("intact", equalTo(true)).body("checked", equalTo(7));
        verify("?from=" + first + "&to=" + (first + 4)).body("intact", equalTo(true));
        verify("?from=" + first + "&to=" + (first + 5))
                .body("intact", equalTo(false))
                .body("findings[0].kind", equalTo("MISSING"));
    }

    @Test
    void refuses_a_part_that_is_none() {
        verify("?from=1000000").statusCode(400).body("detail", containsString("entries"));
        verify("?from=5&to=4").statusCode(400);
        verify("?to=1000000").statusCode(400);
        verify("?from=x").statusCode(400).body("detail", containsString("'from'"));
    }
}
