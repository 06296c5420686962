package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.deactivate;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.kit.test.Platform;
import dev.ephor.request.testing.Calls;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is pending or active is given back. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class GivingBackTest {
    @Inject Said said;

    @Test
    void gives_back_what_is_pending_or_active() {
        // Given
        String me = someone();
        String activation = Calls.activated(me);

        // When
        var response = post(me, deactivate(me, LAX));

        // Then
        response.statusCode(201)
                .body("status", equalTo("Revoked"))
                .body("action", equalTo("selfDeactivate"))
                .body("id", not(equalTo(activation)))
                .body("targetScheduleId", equalTo(LAX + "_member_" + activation))
                .body("scheduleInfo", nullValue())
                .body("completedDateTime", notNullValue());
        assertThat(said.about(me).getLast())
                .isInstanceOfSatisfying(
                        DeactivationRequested.class,
                        given -> {
                            assertThat(given.activationId()).isEqualTo(activation);
                            assertThat(given.requestId()).isEqualTo(response.extract().path("id"));
                        });
        as(me).get(REQUESTS + "/" + activation).then().body("status", equalTo("Canceled"));
    }

    @Test
    void can_be_activated_again_after_it_was_given_back() {
        // Given
        String me = someone();
        Calls.activated(me);
        post(me, deactivate(me, LAX)).statusCode(201);

        // When, Then
        post(me, lax(me)).statusCode(201);
    }

    @Test
    void has_nothing_to_give_back_where_nothing_is_active_and_tells_groups_apart_by_nothing() {
        String me = someone();
        for (String group : List.of(LAX, NOBODYS, UNKNOWN)) {
            post(me, deactivate(me, group))
                    .statusCode(400)
                    .body("error.code", equalTo("RoleAssignmentDoesNotExist"))
                    .body("error.message", not(containsString(group)));
        }
        assertThat(said.about(me)).isEmpty();
    }

    @Test
    void a_dry_run_of_giving_back_stores_nothing() {
        // Given
        String me = someone();
        Calls.activated(me);

        // When
        var response = post(me, deactivate(me, LAX).replace("}", ", \"isValidationOnly\": true}"));

        // Then
        response.statusCode(201).body("isValidationOnly", equalTo(true)).body("id", nullValue());
        assertThat(said.stored(me)).isEqualTo(1);
    }
}
