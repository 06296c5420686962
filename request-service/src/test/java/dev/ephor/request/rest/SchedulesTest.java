package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.ExampleCompany.LATER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.STRICT;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Others;
import dev.ephor.request.testing.Owners;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class SchedulesTest {
    private static final String ROOT = "/v1.0/identityGovernance/privilegedAccess/group/";
    private static final Instant NOW = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private static final String MINE = "/filterByCurrentUser(on='principal')";

    @Inject Others others;
    @Inject Owners owners;

    @Test
    void an_approved_activation_is_a_schedule_and_in_its_window_an_instance() {
        // Given
        String me = someone();
        String id = activated(me);
        Instant end = NOW.plusSeconds(3600);
        approve(me, id, NOW, end);
        String schedule = "%s_member_%s".formatted(LAX, id);

        // When
        var schedules = awaitOne(me, "assignmentSchedules");

        // Then
        schedules
                .body("value[0].id", equalTo(schedule))
                .body("value[0].groupId", equalTo(LAX))
                .body("value[0].principalId", equalTo(me))
                .body("value[0].accessId", equalTo("member"))
                .body("value[0].memberType", equalTo("direct"))
                .body("value[0].assignmentType", equalTo("activated"))
                .body("value[0].createdUsing", equalTo(id))
                .body("value[0].scheduleInfo.startDateTime", equalTo(NOW.toString()))
                .body("value[0].scheduleInfo.expiration.type", equalTo("afterDateTime"))
                .body("value[0].scheduleInfo.expiration.endDateTime", equalTo(end.toString()))
                .body("'@odata.context'", endsWith("group/assignmentSchedules"));
        mine(me, "assignmentScheduleInstances")
                .body("value[0].id", equalTo(schedule))
                .body("value[0].assignmentScheduleId", equalTo(schedule))
                .body("value[0].startDateTime", equalTo(NOW.toString()))
                .body("value[0].endDateTime", equalTo(end.toString()))
                .body("value[0].assignmentType", equalTo("activated"));
        as(me).get(ROOT + "assignmentSchedules/" + schedule + "?$expand=activatedUsing,group")
                .then()
                .statusCode(200)
                .body("group.displayName", equalTo("App1 Readers"))
                .body("activatedUsing.scheduleInfo.startDateTime", notNullValue());
        as(me).get(ROOT + "assignmentScheduleInstances/" + schedule + "?$expand=activatedUsing")
                .then()
                .statusCode(200)
                .body("activatedUsing.eligibilityScheduleId", startsWith(LAX + "_member_"))
                .body("activatedUsing.startDateTime", notNullValue());
    }

    @Test
    void a_future_window_is_a_schedule_and_no_instance() {
        String me = someone();
        approve(me, activated(me), NOW.plusSeconds(7200), NOW.plusSeconds(9000));
        awaitOne(me, "assignmentSchedules");
        mine(me, "assignmentScheduleInstances").body("value", empty());
    }

    @Test
    void a_window_without_end_has_no_expiration() {
        String me = someone();
        approve(me, activated(me), NOW, ActivationApproved.FOREVER);
        awaitOne(me, "assignmentSchedules")
                .body("value[0].scheduleInfo.expiration.type", equalTo("noExpiration"));
        mine(me, "assignmentScheduleInstances").body("value[0].endDateTime", nullValue());
    }

    @Test
    void what_waits_for_approval_is_no_schedule() {
        String me = someone();
        activated(me);
        mine(me, "assignmentSchedules").body("value", empty());
    }

    @Test
    void shows_ones_own_eligibilities_that_last() {
        mine(someone(), "eligibilitySchedules")
                .statusCode(200)
                .body("value.groupId", hasItems(STRICT, LAX))
                .body("value.groupId", not(hasItem(NOBODYS)))
                .body("value[0].scheduleInfo.expiration.type", equalTo("noExpiration"))
                .body("value[0]", not(org.hamcrest.Matchers.hasKey("assignmentType")));
    }

    @Test
    void an_eligibility_is_an_instance_once_it_has_begun() {
        // Given
        String me = someone();
        String begun = "?$filter=groupId eq '%s' and principalId eq '%s'".formatted(LAX, me);
        String id =
                list(me, "eligibilityScheduleInstances", begun)
                        .extract()
                        .path("value[0].eligibilityScheduleId");

        // When, Then
        as(me).get(ROOT + "eligibilityScheduleInstances/" + id)
                .then()
                .statusCode(200)
                .body("principalId", equalTo(me));
        mine(me, "eligibilitySchedules").body("value.groupId", hasItem(LATER));
        mine(me, "eligibilityScheduleInstances").body("value.groupId", not(hasItem(LATER)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "assignmentSchedules",
                "assignmentScheduleInstances",
                "eligibilitySchedules",
                "eligibilityScheduleInstances"
            })
    void a_list_of_everybody_needs_a_group_or_a_principal(String kind) {
        list(someone(), kind, "", "Ephor.Admin")
                .statusCode(400)
                .body("error.code", equalTo("InvalidFilter"))
                .body("error.message", containsString("groupId eq '{id}'"));
        list(someone(), kind, "?$filter=accessId eq 'member'").statusCode(400);
        list(someone(), kind, "?$filter=groupId eq '%s'".formatted(NOBODYS))
                .statusCode(200)
                .body("value", empty());
    }

    @Test
    void shows_others_to_owners_admins_and_auditors_alone() {
        // Given
        String me = someone();
        String owner = someone();
        String filter = "?$filter=principalId eq '%s' and groupId eq '%s'".formatted(me, LAX);

        // When
        owners.own(LAX, owner);

        // Then
        list(owner, "eligibilitySchedules", filter).body("value.principalId", contains(me));
        list(owner, "eligibilitySchedules", filter.replace(LAX, STRICT)).body("value", empty());
        list(someone(), "eligibilitySchedules", filter, "Ephor.Auditor")
                .body("value.principalId", contains(me));
        list(someone(), "eligibilitySchedules", filter).body("value", empty());
    }

    @Test
    void one_that_is_not_there_and_one_of_somebody_else_answer_the_same() {
        String id = mine(someone(), "eligibilitySchedules").extract().path("value[0].id");
        String theirs = notFound(someone(), id);
        org.assertj.core.api.Assertions.assertThat(notFound(someone(), LAX + "_member_nothing"))
                .isEqualTo(theirs);
        notFound(someone(), "%00");
    }

    @Test
    void nobody_sees_anything_without_signing_in() {
        for (String more : List.of(MINE, "", "/x")) {
            RestAssured.given().get(ROOT + "eligibilitySchedules" + more).then().statusCode(401);
        }
    }

    private static String notFound(String who, String id) {
        return as(who).urlEncodingEnabled(false)
                .get(ROOT + "eligibilitySchedules/" + id)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("ResourceNotFound"))
                .extract()
                .path("error.message");
    }

    private void approve(String principal, String id, Instant start, Instant end) {
        var key = Others.key(principal, LAX);
        others.say(id, new ActivationApproved(key, id, "e1", start, end, NOW, List.of(), null));
    }

    private static ValidatableResponse awaitOne(String who, String kind) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> mine(who, kind).body("value.size()", equalTo(1)));
        return mine(who, kind);
    }

    private static ValidatableResponse mine(String who, String kind) {
        return list(who, kind, MINE);
    }

    private static ValidatableResponse list(String who, String kind, String more, String... roles) {
        return as(who, roles).get(ROOT + kind + more).then();
    }
}
