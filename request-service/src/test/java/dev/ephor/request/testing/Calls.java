package dev.ephor.request.testing;

import static io.restassured.RestAssured.given;

import dev.ephor.kit.test.TestIssuer;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** Calls of the Graph-shaped API as plain HTTP. */
public final class Calls {
    public static final String REQUESTS =
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentScheduleRequests";
    public static final String ACTIVATIONS = "/ephor/v1/activations";

    private Calls() {}

    /** Somebody with a second factor. */
    public static RequestSpecification as(String principal, String... roles) {
        return with(TestIssuer.strongToken(principal, roles));
    }

    public static RequestSpecification with(String token) {
        return given().auth().oauth2(token).contentType("application/json");
    }

    public static ValidatableResponse post(String principal, String body) {
        return as(principal).body(body).post(REQUESTS).then();
    }

    /** Active access to the group that asks for nothing, for an hour. */
    public static String lax(String principal) {
        return activate(principal, ExampleCompany.LAX, "");
    }

    /** All that the strict group asks for. */
    public static String strict(String principal) {
        return strict(principal, "restart of billing workers");
    }

    public static String strict(String principal, String justification) {
        return activate(
                principal,
                ExampleCompany.STRICT,
                """
                , "justification": "%s",
                "scheduleInfo": {"expiration": {"type": "afterDuration", "duration": "PT2H"}},
                "ticketInfo": {"ticketNumber": "INC-20417", "ticketSystem": "Helpdesk"}
                """
                        .formatted(justification));
    }

    /**
     * @param more further members, beginning with a comma
     */
    public static String activate(String principal, String group, String more) {
        return body("selfActivate", principal, group, more);
    }

    public static String deactivate(String principal, String group) {
        return body("selfDeactivate", principal, group, ", \"justification\": \"done\"");
    }

    private static String body(String action, String principal, String group, String more) {
        return """
        {"action": "%s", "accessId": "member", "principalId": "%s", "groupId": "%s"%s}"""
                .formatted(action, principal, group, more);
    }

    /** A new activation of the lax group; its id. */
    public static String activated(String principal) {
        return activated(principal, lax(principal));
    }

    public static String activated(String principal, String body) {
        return post(principal, body).statusCode(201).extract().path("id");
    }
}
