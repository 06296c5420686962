package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.DANA;
import static dev.ephor.approval.rest.Api.APPROVALS;
import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.CatalogEvent.PrincipalSeen;
import dev.ephor.events.Policy;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The inbox, and the approvals of one's own requests. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
class ApprovalsOfCallerTest {
    private static final String INBOX = APPROVALS + "filterByCurrentUser(on='approver')";

    @Inject Surroundings surroundings;

    /** Nobody else's approvals are in their inbox. */
    private final String ida = UUID.randomUUID().toString();

    @Test
    void the_inbox_holds_what_waits_for_the_caller() {
        // Given
        var asking = ask(1);

        // Then
        Api.get(token(ida), INBOX)
                .statusCode(200)
                .body("value", hasSize(1))
                .body("value[0].id", equalTo(asking.id()))
                .body("value[0].stages[0].assignedToMe", is(true))
                .body("value[0].stages[0].status", equalTo("InProgress"));
    }

    @Test
    void what_the_caller_decided_or_somebody_else_ended_leaves_the_inbox() {
        // Given
        var decided = ask(2);
        var withdrawn = ask(1);
        Api.approve(token(ida), decided, surroundings.stageOf(decided)).statusCode(204);
        surroundings.say(withdrawn.takenBack());

        // Then
        await().until(() -> Api.get(token(ida), INBOX).extract().<List<?>>path("value").isEmpty());
    }

    @Test
    void who_is_disabled_has_an_empty_inbox() {
        // Given
        ask(1);
        surroundings.define(disabled(ida));

        // Then
        Api.get(token(ida), INBOX).statusCode(200).body("value", empty());
    }

    @Test
    void it_is_paged_the_oldest_first() {
        // Given
        var asked = Stream.generate(() -> ask(1)).limit(5).map(Asking::id).toList();

        // When
        var first = Api.get(token(ida), INBOX + "?$top=3");
        String next = first.extract().path("'@odata.nextLink'");

        // Then
        first.body("value.id", equalTo(asked.subList(0, 3)));
        Api.follow(token(ida), next)
                .body("value.id", equalTo(asked.subList(3, 5)))
                .body("'@odata.nextLink'", equalTo(null));
    }

    @Test
    void it_is_filtered_and_counted() {
        // Given
        var asked = Stream.generate(() -> ask(1)).limit(3).map(Asking::id).toList();

        // Then
        Api.get(token(ida), INBOX + "?$filter=id eq '" + asked.get(1) + "'")
                .body("value.id", equalTo(List.of(asked.get(1))));
        Api.get(token(ida), INBOX + "?$filter=createdDateTime ge 2999-01-01T00:00:00Z")
                .body("value", empty());
        Api.get(token(ida), INBOX + "?$count=true&$top=1&$orderby=createdDateTime desc&$select=id")
                .body("'@odata.count'", is(3))
                .body("value", equalTo(List.of(Map.of("id", asked.get(2)))));
        Api.get(token(ida), INBOX + "?$filter=status eq 'InProgress'")
                .statusCode(400)
                .body("error.code", equalTo("InvalidFilter"));
        Api.get(token(ida), INBOX + "?$skiptoken=x")
                .statusCode(400)
                .body("error.message", containsString("next page"));
    }

    @Test
    void the_target_finds_their_own() {
        // Given
        var asking = ask(1);

        // Then
        for (String on : List.of("target", "createdBy")) {
            Api.get(token(DANA), APPROVALS + "filterByCurrentUser(on='" + on + "')")
                    .statusCode(200)
                    .body("value.id", hasItem(asking.id()));
        }
        Api.get(token(DANA), APPROVALS + "filterByCurrentUser(on='somebody')")
                .statusCode(400)
                .body("error.message", containsString("somebody"));
    }

    @Test
    void an_inbox_is_of_a_tenant() {
        // Given
        ask(1);
        var elsewhere = TestIssuer.claims(ida).claim("tid", "another").claim("amr", List.of("mfa"));

        // Then
        Api.get(TestIssuer.sign(elsewhere), INBOX).statusCode(200).body("value", empty());
        assertThat(
                        Api.get(token(ida.toUpperCase(Locale.ROOT)), INBOX)
                                .extract()
                                .<List<?>>path("value"))
                .hasSize(1);
    }

    private Asking ask(int quorum) {
        var panel =
                new Policy.Panel(
                        null,
                        Stream.of(ida, Asking.ARNO, Asking.BEA).map(Policy.Approver::user).toList(),
                        quorum);
        var stage = Asking.stage(Duration.ofDays(1), null, false).with(List.of(panel));
        var asking = Asking.by(Asking.rules(stage));
        surroundings.ask(asking);
        return asking;
    }

    private static PrincipalSeen disabled(String person) {
        return new PrincipalSeen(
                TestIssuer.TENANT,
                person,
                null,
                null,
                null,
                null,
                null,
                null,
                true,
                Map.of(),
                List.of());
    }
}
