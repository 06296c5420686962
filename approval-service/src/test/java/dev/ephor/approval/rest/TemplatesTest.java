package dev.ephor.approval.rest;

import static dev.ephor.approval.Asking.ARNO;
import static dev.ephor.approval.Asking.ZOE;
import static dev.ephor.kit.test.TestIssuer.token;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.approval.Asking;
import dev.ephor.approval.Surroundings;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Message;
import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class TemplatesTest {
    private static final String TEMPLATES = "/ephor/v1/approval-templates/";

    @Inject Surroundings surroundings;

    private final Asking asking = Asking.approvers();

    @Test
    void the_usual_one_is_there_by_itself() {
        Api.get(token(ARNO), TEMPLATES + "GROUP_ACCESS_APPROVAL")
                .statusCode(200)
                .body("key", equalTo("GROUP_ACCESS_APPROVAL"))
                .body("subject", containsString("{requester}"));
        Api.get(token(ARNO), TEMPLATES + "another").statusCode(404);
    }

    @Test
    void a_groups_own_shapes_its_approvals() {
        // Given
        String body =
                """
                {"subject":"{group}?","text":"{justification} ({ticket}) $1","lapsesAfter":"PT3H","remindsAfter":"PT1H"}
                """;
        write(token(ZOE, "Ephor.Admin"), body).statusCode(200);

        // When
        surroundings.ask(asking);

        // Then
        Api.get(token(ARNO), "/ephor/v1/approvals/" + asking.id())
                .body("title", equalTo(asking.key().group() + "?"))
                .body("message", equalTo("to mend it (-) $1"));
        var opened = (ApprovalOpened) surroundings.about(asking).getFirst().data();
        assertThat(opened.message())
                .isEqualTo(new Message(asking.key().group() + "?", "to mend it (-) $1"));
        assertThat(opened.lapsesAt()).isEqualTo(opened.openedAt().plus(Duration.ofHours(3)));
        assertThat(opened.remindsAt()).isEqualTo(opened.openedAt().plus(Duration.ofHours(1)));
    }

    @Test
    void it_is_written_anew() {
        // Given
        String admin = token(ZOE, "Ephor.Admin");
        write(admin, "{\"subject\":\"one\",\"text\":\"x\"}").statusCode(200);

        // When
        write(admin, "{\"subject\":\"two\",\"text\":\"x\"}").statusCode(200);

        // Then
        Api.get(token(ARNO), TEMPLATES + asking.key().group()).body("subject", equalTo("two"));
    }

    @Test
    void only_an_admin_writes() {
        write(token(ARNO), "{\"subject\":\"a\",\"text\":\"b\"}")
                .statusCode(403)
                .body("code", equalTo("Authorization_RequestDenied"));
    }

    @Test
    void what_says_nothing_is_refused() {
        for (String body :
                new String[] {
                    "",
                    "{}",
                    "{\"subject\":\"a\"}",
                    "{\"subject\":\" \",\"text\":\"b\"}",
                    "{\"subject\":\"{salary}\",\"text\":\"b\"}",
                    "{\"subject\":\"a\",\"text\":\"b\",\"lapsesAfter\":\"soon\"}",
                    "{\"subject\":\"a\",\"text\":\"b\",\"remindsAfter\":\"PT0S\"}",
                    "{\"key\":\"other\",\"subject\":\"a\",\"text\":\"b\"}"
                }) {
            write(token(ZOE, "Ephor.Admin"), body).statusCode(400);
        }
        write(token(ZOE, "Ephor.Admin"), "{\"subject\":\"{salary}\",\"text\":\"b\"}")
                .body("detail", containsString("{salary}"));
    }

    private ValidatableResponse write(String token, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .put(TEMPLATES + asking.key().group())
                .then();
    }
}
