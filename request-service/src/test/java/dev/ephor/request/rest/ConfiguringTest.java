package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.ExampleCompany.CHANGING;
import static dev.ephor.request.testing.ExampleCompany.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** An ephor.yaml is planned and applied over HTTP. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class ConfiguringTest {
    private static final String ADMIN = "b4a1d5e0-1111-4111-8111-00000000ad01";

    @Inject Said said;

    private static Response send(String command, String yaml, String... roles) {
        return as(ADMIN, roles)
                .contentType("text/yaml")
                .body(yaml.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/ephor/v1/configuration/" + command);
    }

    private static Response plan(String yaml) {
        return send("plan", yaml, "Ephor.Admin");
    }

    private static Response apply(String yaml) {
        return send("apply", yaml, "Ephor.Admin");
    }

    private static String file() throws IOException {
        return Files.readString(ExampleCompany.file());
    }

    @AfterEach
    void restore() throws IOException {
        apply(file()).then().statusCode(200);
    }

    @Test
    void applying_twice_changes_nothing_the_second_time() throws IOException {
        // Given
        apply(file()).then().statusCode(200);
        long position = said.position();

        // When
        Response again = apply(file());

        // Then
        again.then().statusCode(200).body("differences", empty());
        plan(file()).then().body("differences", empty());
        assertThat(said.since(position)).isEmpty();
    }

    @Test
    void plans_what_it_then_does() throws IOException {
        // Given
        apply(file());
        String changed = file().replace("\"App1 Readers\"", "\"App1 Audience\"");
        Response planned = plan(changed);

        // When
        Response done = apply(changed);

        // Then
        planned.then()
                .body("differences", hasSize(1))
                .body("differences[0].kind", equalTo("changed"))
                .body(
                        "differences[0].what",
                        equalTo("group/%s/%s".formatted(TestIssuer.TENANT, ExampleCompany.LAX)))
                .body("differences[0].drift", equalTo(false))
                .body("differences[0].members[0].name", equalTo("displayName"))
                .body("differences[0].members[0].from", equalTo("App1 Readers"))
                .body("differences[0].members[0].to", equalTo("App1 Audience"));
        assertThat(done.asString()).isEqualTo(planned.asString());
    }

    @Test
    void shows_what_was_changed_through_the_api_as_drift_and_takes_it_back() throws IOException {
        // Given
        apply(file());
        String own = "/ephor/v1/policies/%s/member".formatted(CHANGING);
        String stricter =
                as(OWNER)
                        .get(own)
                        .asString()
                        .replaceFirst(
                                "\"justificationMinimum\":[0-9]+", "\"justificationMinimum\":40");
        as(OWNER).body(stricter).put(own).then().statusCode(200);
        String what = "policy/%s/%s/member".formatted(TestIssuer.TENANT, CHANGING);

        // When
        Response planned = plan(file());

        // Then
        planned.then()
                .body("differences", hasSize(1))
                .body("differences[0].what", equalTo(what))
                .body("differences[0].drift", equalTo(true))
                .body("differences[0].members.name", hasItem("policy.justificationMinimum"))
                .body("differences[0].weaker[0]", containsString("0 characters instead of 40"));
        apply(file()).then().body("differences", hasSize(1));
        plan(file()).then().body("differences", empty());
    }

    @Test
    void tells_every_fault_of_the_file() throws IOException {
        plan(file().replace("PT1H", "1h"))
                .then()
                .statusCode(400)
                .body("detail", containsString("line "))
                .body("detail", containsString("is not a duration"));
    }

    @Test
    void lets_admins_alone_plan_and_apply() throws IOException {
        assertThat(send("plan", file()).statusCode()).isEqualTo(403);
        assertThat(send("apply", file(), "Ephor.Auditor").statusCode()).isEqualTo(403);
    }

    @Test
    void keeps_an_admin_within_their_own_tenant() throws IOException {
        // Given
        String other = file().replace(TestIssuer.TENANT, "another-tenant");

        // Then
        plan(other).then().statusCode(403);
        apply(other).then().statusCode(403);
    }
}
