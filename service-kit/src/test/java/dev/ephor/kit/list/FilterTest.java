package dev.ephor.kit.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterTest {
    private static final String GROUP = "3f0e7c11-2222-4222-8222-000000000601";
    private static final Columns COLUMNS =
            Columns.newestFirst(
                    "id",
                    Property.instant("createdDateTime", "requested_at").sorting(),
                    Property.choice("status", "status", List.of("PendingApproval", "Provisioned")),
                    Property.id("groupId", "group_id"),
                    Property.text("justification", "justification"));

    @Test
    void binds_values_and_writes_none_into_the_statement() {
        // When
        Condition condition = condition("justification eq 'x'' or 1=1; drop table request --'");
        // Then
        assertThat(condition.sql()).isEqualTo("justification = ?");
        assertThat(condition.parameters()).containsExactly("x' or 1=1; drop table request --");
    }

    @Test
    void binds_and_before_or() {
        assertThat(condition("status eq 'a' or groupId eq 'b' and groupId ne 'c'", true).sql())
                .isEqualTo("(status = ? or (group_id = ? and group_id is distinct from ?))");
    }

    @Test
    void reads_a_text_as_long_as_a_filter_can_be() {
        // Given
        String text = "x".repeat(1_900) + "''".repeat(1_000);
        // Then
        assertThat(condition("justification eq '" + text + "'").parameters())
                .containsExactly("x".repeat(1_900) + "'".repeat(1_000));
    }

    @Test
    void keeps_parentheses() {
        assertThat(condition("(status eq 'a' or groupId eq 'b') and groupId ne 'c'", true).sql())
                .isEqualTo("((status = ? or group_id = ?) and group_id is distinct from ?)");
    }

    @Test
    void not_is_true_also_of_what_is_unknown() {
        assertThat(condition("not groupId eq 'b'").sql()).isEqualTo("(group_id = ?) is not true");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "groupId eq '" + GROUP + "'",
                "groupId eq " + GROUP,
                "groupId eq '3F0E7C11-2222-4222-8222-000000000601'",
                "GroupId EQ '" + GROUP + "'",
                "( groupId   eq  '" + GROUP + "' )"
            })
    void reads_a_guid_in_every_form_that_clients_send(String filter) {
        assertThat(condition(filter)).isEqualTo(Condition.of("group_id = ?", GROUP));
    }

    @Test
    void reads_a_word_in_any_case_and_binds_its_own_spelling() {
        assertThat(condition("status eq 'pendingapproval'").parameters())
                .containsExactly("PendingApproval");
    }

    @ParameterizedTest
    @CsvSource({"ge,>=", "gt,>", "le,<=", "lt,<"})
    void compares_times(String operator, String sql) {
        assertThat(condition("createdDateTime " + operator + " 2026-01-31T10:00:00+02:00"))
                .isEqualTo(
                        Condition.of(
                                "requested_at %s ?".formatted(sql),
                                Instant.parse("2026-01-31T08:00:00Z")));
    }

    @Test
    void compares_with_nothing() {
        assertThat(condition("justification eq null").sql()).isEqualTo("justification is null");
        assertThat(condition("justification ne null").sql()).isEqualTo("justification is not null");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    colour eq 'red'                   | 'colour'
                    status has 'x'                    | 'has'
                    status gt 'Provisioned'           | eq and ne
                    status eq 'Whatever'              | 'Whatever' is none of
                    createdDateTime ge 'yesterday'    | 'yesterday' is no time
                    createdDateTime lt null           | says nothing
                    groupId eq                        | a value is missing
                    groupId                           | an operator is missing
                    (groupId eq 'a'                   | not closed
                    groupId eq 'a' groupId eq 'b'     | 'groupId'
                    groupId eq 'a                     | character 11
                    startswith(groupId,'a')           | 'startswith'
                    groupId eq 'a' and                | a property is missing
                    'groupId' eq 'a'                  | 'groupId'
                    """)
    void names_what_it_does_not_understand(String filter, String named) {
        assertThatThrownBy(() -> COLUMNS.filter(filter))
                .isInstanceOf(FilterInvalid.class)
                .hasMessageContaining(named);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(", "not "})
    void refuses_to_go_deeper_than_anybody_needs(String opening) {
        assertThatThrownBy(() -> COLUMNS.filter(opening.repeat(500) + "groupId eq 'a'"))
                .isInstanceOf(FilterInvalid.class)
                .hasMessageContaining("deep");
    }

    @Test
    void refuses_more_comparisons_than_anybody_needs() {
        String many = "groupId eq 'a' or ".repeat(60) + "groupId eq 'a'";
        assertThatThrownBy(() -> COLUMNS.filter(many)).hasMessageContaining("50 comparisons");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    groupId eq 'a'                                     | true
                    groupId eq 'a' and status eq 'Provisioned'         | true
                    groupId eq 'a' or groupId eq 'b'                   | true
                    groupId eq 'a' or status eq 'Provisioned'          | false
                    groupId ne 'a'                                     | false
                    not groupId eq 'a'                                 | false
                    groupId eq null                                    | false
                    """)
    void knows_whether_it_is_about_known_groups(String filter, boolean pins) {
        assertThat(COLUMNS.filter(filter).pins("groupId")).isEqualTo(pins);
    }

    private static Condition condition(String filter) {
        return COLUMNS.filter(filter).condition();
    }

    /** With words that are not looked at. */
    private static Condition condition(String filter, boolean anyStatus) {
        var loose =
                Columns.newestFirst(
                        "id",
                        Property.text("status", "status"),
                        Property.text("groupId", "group_id"));
        return anyStatus ? loose.filter(filter).condition() : condition(filter);
    }
}
