package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.ExampleCompany.CHANGING;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.OWNER;
import static dev.ephor.request.testing.ExampleCompany.RULED;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Policies over HTTP, in Graph's shape and in Ephor's own. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class PoliciesTest {
    private static final String POLICIES = "/v1.0/policies/roleManagementPolicies";
    private static final String ASSIGNMENTS = "/v1.0/policies/roleManagementPolicyAssignments";

    @Inject Said said;

    private static String filter(String group) {
        return "scopeId eq '%s' and scopeType eq 'Group'".formatted(group);
    }

    private static Response list(String principal, String group, String... roles) {
        return as(principal, roles)
                .queryParam("$filter", filter(group))
                .queryParam("$expand", "rules")
                .get(POLICIES);
    }

    private static String id(String group) {
        return list(OWNER, group).then().statusCode(200).extract().path("value[0].id");
    }

    private static String own(String group) {
        return "/ephor/v1/policies/%s/member".formatted(group);
    }

    @Test
    void what_was_read_can_be_written_back_as_it_is() {
        // Given
        String policy =
                as(OWNER).queryParam("$expand", "rules").get(POLICIES + "/" + id(RULED)).asString();
        String before = as(OWNER).get(own(RULED)).asString();
        long position = said.position();

        // When
        as(OWNER).body(policy).patch(POLICIES + "/" + id(RULED)).then().statusCode(200);

        // Then
        assertThat(as(OWNER).get(own(RULED)).asString()).isEqualTo(before);
        assertThat(said.since(position)).isEmpty();
    }

    @Test
    void every_rule_is_as_graph_writes_it() {
        as(OWNER)
                .get(POLICIES + "/" + id(RULED) + "/rules")
                .then()
                .statusCode(200)
                .body("value", hasSize(17))
                .body(
                        "value.find{it.id=='Expiration_EndUser_Assignment'}.maximumDuration",
                        equalTo("PT8H"))
                .body(
                        "value.find{it.id=='Expiration_EndUser_Assignment'}.target.caller",
                        equalTo("EndUser"))
                .body(
                        "value.find{it.id=='Expiration_EndUser_Assignment'}.target.operations[0]",
                        equalTo("All"))
                .body(
                        "value.find{it.id=='Expiration_Admin_Eligibility'}.maximumDuration",
                        equalTo("P90D"))
                .body(
                        "value.find{it.id=='Expiration_Admin_Eligibility'}.isExpirationRequired",
                        equalTo(true))
                .body(
                        "value.find{it.id=='Enablement_Admin_Assignment'}.enabledRules.join(',')",
                        equalTo("MultiFactorAuthentication,Justification,Ticketing"))
                .body(
                        "value.find{it.id=='AuthenticationContext_EndUser_Assignment'}.claimValue",
                        equalTo("c2"))
                .body(
                        "value.find{it.id=='Approval_EndUser_Assignment'}.setting.approvalMode",
                        equalTo("Serial"))
                .body(
                        "value.find{it.id=='Approval_EndUser_Assignment'}.setting.approvalStages[0].primaryApprovers",
                        hasSize(4))
                .body(
                        "value.find{it.id=='Approval_EndUser_Assignment'}.setting.approvalStages[0].primaryApprovers[2].description",
                        equalTo("Duty"))
                .body(
                        "value.find{it.id=='Approval_EndUser_Assignment'}.setting.approvalStages[0].approvalStageTimeOutInDays",
                        equalTo(2))
                .body(
                        "value.find{it.id=='Approval_EndUser_Assignment'}.setting.approvalStages[0].escalationTimeInMinutes",
                        equalTo(90))
                .body(
                        "value.find{it.id=='Notification_Admin_EndUser_Assignment'}.notificationLevel",
                        equalTo("Critical"))
                .body(
                        "value.find{it.id=='Notification_Approver_EndUser_Assignment'}.recipientType",
                        equalTo("Approver"));
    }

    @Test
    void names_the_policy_of_members_by_the_same_id_every_time() {
        // When
        String policy =
                as(OWNER)
                        .queryParam("$filter", filter(RULED) + " and roleDefinitionId eq 'Member'")
                        .get(ASSIGNMENTS)
                        .then()
                        .statusCode(200)
                        .body("value", hasSize(1))
                        .body("value[0].id", startsWith("Group_" + RULED + "_"))
                        .body("value[0].roleDefinitionId", equalTo("member"))
                        .extract()
                        .path("value[0].policyId");

        // Then
        assertThat(policy).isEqualTo(id(RULED));
        as(OWNER).get(ASSIGNMENTS + "/" + policy + "_member").then().statusCode(200);
        as(OWNER).get(ASSIGNMENTS + "/" + policy + "_owner").then().statusCode(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "scopeId eq 'g'",
                "scopeType eq 'Group'",
                "scopeId eq 'g' or scopeType eq 'Group'",
                "scopeId eq 'g' and scopeId eq 'h' and scopeType eq 'Group'",
                "scopeId eq 'g' and scopeType eq 'Group' and other eq 'x'",
                "scopeId eq 'g' and scopeType eq 'Directory'"
            })
    void refuses_a_list_without_the_filter_that_it_needs(String filter) {
        as(OWNER).queryParam("$filter", filter).get(POLICIES).then().statusCode(400);
    }

    @Test
    void shows_policies_to_those_whom_they_concern_alone() {
        // Given
        String eligible = someone();

        // Then
        list(eligible, LAX).then().body("value", hasSize(1));
        list(eligible, CHANGING).then().statusCode(200).body("value", hasSize(0));
        list(ExampleCompany.APPROVER, RULED).then().body("value", hasSize(1));
        list(eligible, CHANGING, "Ephor.Auditor").then().body("value", hasSize(1));
        list(OWNER, UNKNOWN).then().statusCode(200).body("value", hasSize(0));
        as(eligible).get(POLICIES + "/" + id(CHANGING)).then().statusCode(404);
        as(eligible).get(own(CHANGING)).then().statusCode(404);
    }

    @Test
    void lets_only_admins_and_owners_change_them() {
        // Given
        String rule = POLICIES + "/" + id(RULED) + "/rules/Expiration_EndUser_Assignment";

        // Then
        as(ExampleCompany.APPROVER).body("{}").patch(rule).then().statusCode(403);
        as(someone(), "Ephor.Auditor").body("{}").patch(rule).then().statusCode(403);
        as(someone(), "Ephor.Admin").body("{}").patch(rule).then().statusCode(200);
        as(OWNER).body("{}").patch(rule).then().statusCode(200);
    }

    @Test
    void changes_only_the_version_that_was_read() {
        // Given
        Response read = as(OWNER).get(own(CHANGING));
        String tag = read.getHeader("ETag");
        String changed =
                read.asString()
                        .replaceFirst(
                                "\"justificationMinimum\":[0-9]+", "\"justificationMinimum\":33");
        as(OWNER)
                .header("If-Match", tag)
                .body(changed)
                .put(own(CHANGING))
                .then()
                .statusCode(200)
                .body("policy.justificationMinimum", equalTo(33));

        // When
        Response again = as(OWNER).header("If-Match", tag).body(read.asString()).put(own(CHANGING));

        // Then
        again.then().statusCode(412);
        as(OWNER).get(own(CHANGING)).then().body("policy.justificationMinimum", equalTo(33));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Expiration_EndUser_Assignment | {'isExpirationRequired': false} | always ends",
                "Expiration_EndUser_Assignment | {'maximumDuration': 'P1Y'} | is not a duration",
                "Expiration_EndUser_Assignment | {'maximumDuration': 'PT0S'} | longer than nothing",
                "Expiration_EndUser_Assignment | {'maximum': 'PT1H'} | is not known here",
                "Expiration_EndUser_Assignment | {'@odata.type': '#microsoft.graph.unifiedRoleManagementPolicyApprovalRule'} | @odata.type",
                "Expiration_EndUser_Assignment | {'target': {'caller': 'Admin'}} | EndUser",
                "Enablement_EndUser_Assignment | {'enabledRules': ['Dancing']} | MultiFactorAuthentication",
                "AuthenticationContext_EndUser_Assignment | {'isEnabled': true, 'claimValue': 'x1'} | c1 to c99",
                "Approval_EndUser_Assignment | {'setting': {'approvalMode': 'Parallel'}} | SingleStage",
                "Approval_EndUser_Assignment | {'setting': {'approvalStages': [{'primaryApprovers': [{'@odata.type': '#microsoft.graph.singleUser'}]}]}} | object id",
                "Approval_EndUser_Assignment | {'setting': {'approvalStages': [{'primaryApprovers': [{'@odata.type': '#microsoft.graph.requestorManager', 'managerLevel': 2}]}]}} | managerLevel",
                "Notification_Admin_EndUser_Assignment | {'notificationRecipients': ['duty']} | no mail address",
                "Notification_Admin_EndUser_Assignment | {'notificationLevel': 'Loud'} | Critical",
                "Dancing_EndUser_Assignment | {} | no rule"
            })
    void refuses_a_rule_that_cannot_be_so(String rule, String body, String reason) {
        as(OWNER)
                .body(body.replace('\'', '"'))
                .patch(POLICIES + "/" + id(RULED) + "/rules/" + rule)
                .then()
                .statusCode(400)
                .body("error.message", containsString(reason));
    }

    @Test
    void a_stage_keeps_what_is_left_out_of_it() {
        // Given
        String before = as(OWNER).get(own(RULED)).asString();
        String stages =
                "{\"setting\": {\"approvalStages\": [{\"escalationTimeInMinutes\": 90}, {}]}}";

        // When
        as(OWNER)
                .body(stages)
                .patch(POLICIES + "/" + id(RULED) + "/rules/Approval_EndUser_Assignment")
                .then()
                .statusCode(200);

        // Then
        assertThat(as(OWNER).get(own(RULED)).asString()).isEqualTo(before);
    }

    @Test
    void refuses_to_guess_which_panel_somebody_joins() {
        // Given
        String stage =
                """
                {"setting": {"approvalStages": [{"primaryApprovers": [
                  {"@odata.type": "#microsoft.graph.singleUser", "userId": "%s"}]}]}}"""
                        .formatted(OWNER);

        // Then
        as(OWNER)
                .body(stage)
                .patch(POLICIES + "/" + id(RULED) + "/rules/Approval_EndUser_Assignment")
                .then()
                .statusCode(400)
                .body("error.message", containsString("/ephor/v1/policies"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"justificationMinimum\" | \"minimum\" | justificationMinimum",
                "\"maximumDuration\":\"PT | \"maximumDuration\":\"QT | maximumDuration",
                "\"tenant\":\" | \"tenant\":\"x | tenant",
                "\"justificationMinimum\": | \"justificationMinimum\":-1 | justification"
            })
    void refuses_a_whole_policy_that_cannot_be_so(String text, String instead, String named) {
        String policy = as(OWNER).get(own(RULED)).asString();
        String body =
                policy.replaceFirst(
                        java.util.regex.Pattern.quote(text) + (text.endsWith(":") ? "[0-9]+" : ""),
                        instead);
        assertThat(body).isNotEqualTo(policy);
        as(OWNER)
                .body(body)
                .put(own(RULED))
                .then()
                .statusCode(400)
                .body("detail", containsString(named));
    }
}
