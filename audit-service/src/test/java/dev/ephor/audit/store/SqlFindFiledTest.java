package dev.ephor.audit.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.audit.application.Search;
import dev.ephor.audit.application.Search.By;
import dev.ephor.audit.application.Search.Position;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Looks at what PostgreSQL does for a search among many entries. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class SqlFindFiledTest {
    private static final Instant FROM = Instant.parse("2021-01-01T00:00:00Z");

    /** Beyond every entry that a test seals. */
    private static final String MANY =
            """
            insert into audit_filing (sequence, at, type, tenant, group_id, principal, correlation, target, ticket, approvers, words)
            select 1000000000 + i, timestamptz '2021-01-01 00:00Z' + i * interval '2 minutes', 'type-' || i % 50, 't1',
              'g-' || i % 500, 'p-' || i % 1000, 'a-' || i / 10, 'app-' || i % 500, 'INC-' || i / 10,
              array['b-' || i % 700], 'ticket ' || i || ' restore'
            from generate_series(0, 39999) i where not exists (select 1 from audit_filing where sequence = 1000000000)
            """;

    @Inject DataSource database;
    @Inject Months months;

    /** Once for the class, for it takes some seconds. */
    @BeforeEach
    void many() throws SQLException {
        try (Connection connection = database.getConnection()) {
            months.makeFor(connection, List.of(FROM, Instant.parse("2021-02-01T00:00:00Z")));
        }
        sql(MANY);
        sql("vacuum analyze audit_filing");
    }

    private void sql(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String plan(Search search) throws SQLException {
        var query = new SqlFindFiled.Query(search);
        var plan = new ArrayList<String>();
        try (Connection connection = database.getConnection();
                var explain = connection.prepareStatement("explain " + query.sql())) {
            for (int i = 0; i < query.values.size(); i++) {
                explain.setObject(i + 1, query.values.get(i));
            }
            try (var rows = explain.executeQuery()) {
                while (rows.next()) {
                    plan.add(rows.getString(1));
                }
            }
        }
        return String.join("\n", plan);
    }

    private static String value(By by) {
        return switch (by) {
            case PRINCIPAL -> "p-7";
            case GROUP -> "g-7";
            case TARGET -> "app-7";
            case ACTIVATION -> "a-7";
            case APPROVER -> "b-7";
            case TICKET -> "INC-7";
            case TYPE -> "type-7";
            case TEXT -> "12345 restore";
        };
    }

    @ParameterizedTest
    @EnumSource(By.class)
    void walks_no_month_whole_for_any_filter(By by) throws SQLException {
        // When
        String plan = plan(Search.by(by, value(by), 100));

        // Then
        assertThat(plan).doesNotContain("Seq Scan on audit_filing_2021").contains("Index");
    }

    @Test
    void looks_at_the_months_of_the_time_asked_for_alone() throws SQLException {
        // When
        String plan =
                plan(
                        new Search(
                                Instant.parse("2021-01-05T00:00:00Z"),
                                Instant.parse("2021-01-06T00:00:00Z"),
                                Map.of(),
                                false,
                                null,
                                100));

        // Then
        assertThat(plan).contains("audit_filing_2021_01").doesNotContain("audit_filing_2021_02");
    }

    @Test
    void goes_on_where_a_page_ended_without_reading_what_is_before() throws SQLException {
        // Given
        var place = new Position(Instant.parse("2021-02-05T00:00:00Z"), 1_000_025_200L);

        // When
        String plan = plan(new Search(null, null, Map.of(), false, place, 100));

        // Then
        assertThat(plan)
                .doesNotContain(
                        "audit_filing_2021_01", "->  Sort ", "Seq Scan on audit_filing_2021");
    }

    @Test
    void a_month_takes_over_what_was_filed_before_it_was_made() throws SQLException {
        // Given
        sql(
                "insert into audit_filing (sequence, at, words) values (1000999999,"
                        + " '2022-07-08T00:00:00Z', 'some words')");

        // When
        try (Connection connection = database.getConnection()) {
            months.makeFor(connection, List.of(Instant.parse("2022-07-01T00:00:00Z")));
        }

        // Then
        try (Connection connection = database.getConnection();
                var statement = connection.createStatement();
                var row =
                        statement.executeQuery(
                                "select tableoid::regclass::text, found::text from audit_filing where"
                                        + " sequence = 1000999999")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getString(1)).isEqualTo("audit_filing_2022_07");
            assertThat(row.getString(2)).contains("words");
        }
    }
}
