package dev.ephor.approval.rest;

import static io.restassured.RestAssured.given;

import dev.ephor.approval.Asking;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Calls of the approvers' API. */
final class Api {
    static final String APPROVALS =
            "/v1.0/identityGovernance/privilegedAccess/group/assignmentApprovals/";

    private Api() {}

    static String stage(Asking asking, String stageId) {
        return APPROVALS + asking.id() + "/stages/" + stageId;
    }

    static ValidatableResponse get(String token, String path) {
        return given().auth().oauth2(token).get(path).then();
    }

    /** Follows a link as it was given. */
    static ValidatableResponse follow(String token, String link) {
        return given().urlEncodingEnabled(false).auth().oauth2(token).get(link).then();
    }

    static ValidatableResponse decide(String token, String path, String body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .patch(path)
                .then();
    }

    static ValidatableResponse approve(String token, Asking asking, String stageId) {
        return decide(token, stage(asking, stageId), "{\"reviewResult\":\"Approve\"}");
    }
}
