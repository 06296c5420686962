package dev.ephor.connector.entra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.connector.Connector;
import dev.ephor.connector.Membership;
import dev.ephor.connector.Roster;
import dev.ephor.connector.Roster.Changes;
import dev.ephor.connector.Roster.Page;
import dev.ephor.quickstart.http.Fault;
import dev.ephor.quickstart.http.FaultRule;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EntraRosterTest {

    private final EntraSide side = new EntraSide();
    private final Connector connector =
            new EntraConnectorProvider().open(side.settings(Duration.ofSeconds(20)));
    private final Roster roster = connector.roster().orElseThrow();
    private final Membership.Group group = side.group();

    @AfterEach
    void close() {
        connector.close();
        side.close();
    }

    @Test
    void says_that_a_token_is_lost_when_graph_answers_410() {
        // Given
        String mark = mark();
        side.entra.faults().add(FaultRule.once("GET", "/groups/delta", Fault.status(410)));

        // When
        var changes = roster.changes(List.of(group), mark);

        // Then
        assertThat(changes).isInstanceOf(Changes.MarkLost.class);
    }

    @Test
    void keeps_its_mark_while_graph_can_not_answer() {
        // Given
        String mark = mark();
        side.entra.faults().add(FaultRule.once("GET", "/groups/delta", Fault.status(503)));
        var added = new Membership(group, side.principal(), "member");
        side.put(added);

        // When
        var first = roster.changes(List.of(group), mark);
        var second = roster.changes(List.of(group), mark);

        // Then
        assertThat(first).isInstanceOf(Changes.Unread.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Changes.Since.class,
                        since ->
                                assertThat(since.changed())
                                        .containsExactly(
                                                new Roster.Changed(
                                                        group.id(),
                                                        added.principal().id(),
                                                        "member",
                                                        true)));
    }

    @Test
    void never_sends_its_token_to_where_a_mark_points() {
        // Given
        String elsewhere = "http://127.0.0.1:1/v1.0/groups/delta?$deltatoken=1";

        // When
        var changes = roster.changes(List.of(group), elsewhere);

        // Then
        assertThat(changes).isInstanceOf(Changes.MarkLost.class);
        assertThat(side.entra.calls().byMethod()).isEmpty();
    }

    @Test
    void knows_a_group_however_its_id_is_written() {
        // Given
        String mark = mark();
        side.put(new Membership(group, side.principal(), "member"));
        var shouted =
                new Membership.Group(
                        group.tenant(), group.id().toUpperCase(Locale.ROOT), group.displayName());

        // When
        var changes = roster.changes(List.of(shouted), mark);

        // Then
        assertThat(changes)
                .isInstanceOfSatisfying(
                        Changes.Since.class,
                        since ->
                                assertThat(since.changed())
                                        .singleElement()
                                        .satisfies(
                                                c ->
                                                        assertThat(c.group())
                                                                .isEqualTo(shouted.id())));
    }

    @Test
    void lists_nothing_under_a_path_of_somebodys_making() {
        // Given
        var odd = new Membership.Group(group.tenant(), "../users", "Odd");

        // When
        var page = roster.members(odd, "member", null);

        // Then
        assertThat(page).isInstanceOf(Page.Unread.class);
        assertThat(side.entra.calls().byMethod()).isEmpty();
    }

    private String mark() {
        return ((Changes.Since) roster.changes(List.of(group), null)).mark();
    }
}
