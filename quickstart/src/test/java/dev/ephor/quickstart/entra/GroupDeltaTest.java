package dev.ephor.quickstart.entra;

import static dev.ephor.quickstart.entra.Acme.ARNO;
import static dev.ephor.quickstart.entra.Acme.DANA;
import static dev.ephor.quickstart.entra.Acme.EVERYBODY;
import static dev.ephor.quickstart.entra.Acme.OPERATORS;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.graph.groups.delta.DeltaGetResponse;
import dev.ephor.quickstart.http.Http;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The delta query of groups, on the wire and through Microsoft's SDK. */
class GroupDeltaTest {
    private static final String LATEST =
            "/groups/delta?$select=id,members,owners&$deltatoken=latest";

    private final Acme acme = new Acme();
    private final EntraEmulator entra = acme.entra;

    @AfterEach
    void close() {
        acme.close();
    }

    @Test
    void tells_who_was_added_and_removed_since_the_token() {
        // Given
        entra.addMember(OPERATORS, ARNO);
        String link = get(LATEST).path("@odata.deltaLink").asText();
        entra.addMember(OPERATORS, DANA);
        entra.remove(OPERATORS, ARNO, Access.MEMBER);
        entra.addOwner(EVERYBODY, ARNO);

        // When
        JsonNode groups = get(pathOf(link)).path("value");

        // Then
        assertThat(groups).hasSize(2);
        JsonNode members = groups.get(0).path("members@delta");
        assertThat(members.get(0).path("id").asText()).isEqualTo(DANA);
        assertThat(members.get(0).has("@removed")).isFalse();
        assertThat(members.get(1).path("id").asText()).isEqualTo(ARNO);
        assertThat(members.get(1).path("@removed").path("reason").asText()).isEqualTo("deleted");
        assertThat(groups.get(1).path("owners@delta").get(0).path("id").asText()).isEqualTo(ARNO);
    }

    @Test
    void tells_the_last_state_of_a_link_that_changed_twice() {
        // Given
        String link = get(LATEST).path("@odata.deltaLink").asText();
        entra.addMember(OPERATORS, DANA);
        entra.remove(OPERATORS, DANA, Access.MEMBER);

        // When
        JsonNode members = get(pathOf(link)).path("value").get(0).path("members@delta");

        // Then
        assertThat(members).hasSize(1);
        assertThat(members.get(0).has("@removed")).isTrue();
    }

    @Test
    void spreads_many_changes_over_pages() {
        // Given
        String link = get(LATEST).path("@odata.deltaLink").asText();
        for (int i = 0; i < 201; i++) {
            entra.addMember(OPERATORS, DANA);
            entra.remove(OPERATORS, DANA, Access.MEMBER);
        }

        // When
        JsonNode first = get(pathOf(link));
        JsonNode second = get(pathOf(first.path("@odata.nextLink").asText()));
        JsonNode third = get(pathOf(second.path("@odata.nextLink").asText()));

        // Then
        assertThat(first.has("@odata.deltaLink")).isFalse();
        assertThat(third.has("@odata.deltaLink")).isTrue();
    }

    @Test
    void does_not_show_what_a_lagging_replica_has_not_got() {
        // Given
        String link = get(LATEST).path("@odata.deltaLink").asText();
        entra.readLag(Duration.ofHours(1));
        entra.addMember(OPERATORS, DANA);

        // When
        JsonNode groups = get(pathOf(link)).path("value");

        // Then
        assertThat(groups).isEmpty();
    }

    @Test
    void does_not_know_the_token_of_another_life() {
        // When
        var answer = acme.http.get("/groups/delta?$deltatoken=another.3");

        // Then
        assertThat(answer.statusCode()).isEqualTo(410);
        assertThat(Http.json(answer).path("error").path("code").asText())
                .isEqualTo("syncStateNotFound");
    }

    @Test
    void is_followed_by_the_sdk() {
        // Given
        var delta = acme.sdk().groups().delta();
        DeltaGetResponse latest = delta.withUrl(entra.graphUrl() + LATEST).get();
        entra.addMember(OPERATORS, DANA);

        // When
        DeltaGetResponse next = delta.withUrl(latest.getOdataDeltaLink()).get();

        // Then
        assertThat(next.getValue())
                .singleElement()
                .satisfies(g -> assertThat(g.getId()).isEqualTo(OPERATORS))
                .satisfies(g -> assertThat(g.getAdditionalData()).containsKey("members@delta"));
    }

    private JsonNode get(String path) {
        return Http.json(acme.http.get(path));
    }

    private String pathOf(String link) {
        return link.substring(entra.graphUrl().length());
    }
}
