package dev.ephor.request.rest;

import static dev.ephor.kit.test.Patiently.await;
import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.deactivate;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.ExampleCompany.APPROVER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Owners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class RequestListsTest {
    private static final String AUDITOR = "Ephor.Auditor";

    @Inject Owners owners;
    @Inject Others others;

    /** As clients write it: quotes raw, or everything encoded. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "filterByCurrentUser(on='principal')",
                "filterByCurrentUser(on=%27principal%27)",
                "filterByCurrentUser%28on%3D%27principal%27%29",
                "filterByCurrentUser(on='Principal')"
            })
    void shows_ones_own_by_graphs_function(String function) {
        String me = someone();
        String id = activated(me);
        list(me, "/" + function).statusCode(200).body("value.id", contains(id));
    }

    @Test
    void the_inbox_of_an_approver_holds_what_waits_for_them() {
        // Given
        String me = someone();
        String waits = post(me, strict(me)).statusCode(201).extract().path("id");
        String over = someone();
        String given = post(over, strict(over)).statusCode(201).extract().path("id");
        post(over, deactivate(over, STRICT)).statusCode(201);

        // When
        var inbox = list(APPROVER, "/filterByCurrentUser(on='approver')");

        // Then
        inbox.body("value.id", hasItem(waits)).body("value.id", not(hasItem(given)));
        list(me, "/filterByCurrentUser(on='approver')").body("value", empty());
    }

    @Test
    void what_was_escalated_is_in_the_inbox_of_a_backup_too() {
        // Given
        String me = someone();
        String backup = someone();
        String id = activated(me, strict(me));
        list(backup, "/filterByCurrentUser(on='approver')").body("value", empty());

        // When
        others.say(
                id,
                new ApprovalEscalated(
                        Others.key(me, STRICT),
                        id,
                        "s1",
                        List.of(backup),
                        Instant.parse("2026-11-22T10:00:00Z"),
                        null));

        // Then
        await().untilAsserted(
                        () ->
                                list(backup, "/filterByCurrentUser(on='approver')")
                                        .body("value.id", contains(id)));
        list(APPROVER, "/filterByCurrentUser(on='approver')").body("value.id", hasItem(id));
    }

    @Test
    void shows_what_one_created() {
        String me = someone();
        String id = activated(me);
        list(me, "/filterByCurrentUser(on='createdBy')").body("value.id", contains(id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "filterByCurrentUser(on='manager')",
                "filterByCurrentUser(on=principal)",
                "filterByCurrentUser()"
            })
    void refuses_a_function_that_graph_does_not_have(String function) {
        list(someone(), "/" + function).statusCode(400).body("error.code", equalTo("BadRequest"));
    }

    @Test
    void shows_an_approver_what_they_may_approve_and_others_nothing() {
        String me = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");
        String filter = "?$filter=principalId eq '%s'".formatted(me);
        list(APPROVER, filter).body("value.id", contains(id));
        list(someone(), filter).body("value", empty());
    }

    @Test
    void shows_an_owner_the_requests_of_the_group_and_of_no_other() {
        // Given
        String owner = someone();
        String me = someone();
        String ofTheirs = activated(me);
        String other = post(me, strict(me)).statusCode(201).extract().path("id");

        // When
        owners.own(LAX, owner);

        // Then
        list(owner, "?$filter=principalId eq '%s'".formatted(me))
                .body("value.id", contains(ofTheirs));
        as(owner).get(REQUESTS + "/" + ofTheirs).then().statusCode(200);
        as(owner).get(REQUESTS + "/" + other).then().statusCode(404);
    }

    @Test
    void filters_by_status_group_and_time_as_graphs_clients_do() {
        // Given
        String me = someone();
        String waits = post(me, strict(me)).statusCode(201).extract().path("id");
        activated(me);

        // When, Then
        list(me, "?$filter=status eq 'PendingApproval' and groupId eq '%s'".formatted(STRICT))
                .body("value.id", contains(waits));
        list(me, "?$filter=createdDateTime lt 2026-01-01T00:00:00Z").body("value", empty());
        list(me, "?$filter=action eq 'selfActivate' and not (groupId eq %s)".formatted(LAX))
                .body("value.id", contains(waits));
        list(me, "?$filter=accessId eq 'owner'").body("value", empty());
    }

    @Test
    void finds_the_requests_of_a_schedule_newest_first() {
        // Given
        String me = someone();
        String id = activated(me);
        String back = post(me, deactivate(me, LAX)).extract().path("id");
        String schedule = "%s_member_%s".formatted(LAX, id);

        // When
        var found =
                as(me).urlEncodingEnabled(false)
                        .get(
                                REQUESTS
                                        + "?$filter=groupId%20eq%20%27"
                                        + LAX
                                        + "%27%20and%20targetScheduleId%20eq%20%27"
                                        + schedule
                                        + "%27&%24orderby=createdDateTime%20desc")
                        .then();

        // Then
        found.statusCode(200).body("value.id", contains(back, id));
    }

    @Test
    void counts_the_whole_list_and_shows_selected_members_alone() {
        // Given
        String me = someone();
        activated(me);
        post(me, deactivate(me, LAX));

        // When
        var page = list(me, "?$count=true&$top=1&$select=id,status").statusCode(200);

        // Then
        page.body("'@odata.count'", equalTo(2));
        Map<String, Object> first = page.extract().path("value[0]");
        assertThat(first.keySet()).isEqualTo(Set.of("id", "status"));
    }

    @Test
    void expands_what_a_request_is_about() {
        // Given
        String me = someone();
        String id = activated(me);

        // When, Then
        as(me).get(REQUESTS + "/" + id + "?$expand=group,principal,activatedUsing,targetSchedule")
                .then()
                .statusCode(200)
                .body("group.displayName", equalTo("App1 Readers"))
                .body("group.'@odata.type'", equalTo("#microsoft.graph.group"))
                .body("principal.userPrincipalName", startsWith("p"))
                .body("targetSchedule", equalTo(null));
    }

    @Test
    void shows_an_auditor_the_page_of_a_group_by_its_filter() {
        String me = someone();
        String id = activated(me);
        list(
                        someone(),
                        "?$filter=groupId eq '%s' and principalId eq '%s'&$top=5"
                                .formatted(LAX, me),
                        AUDITOR)
                .body("value.id", contains(id));
    }

    @Test
    void a_refused_request_is_in_no_list() {
        String me = someone();
        post(me, activate(me, STRICT, "")).statusCode(400);
        list(me, "").body("value", empty());
    }

    private static ValidatableResponse list(String who, String more, String... roles) {
        boolean encoded = more.contains("%");
        return as(who, roles).urlEncodingEnabled(!encoded).get(REQUESTS + more).then();
    }
}
