package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activated;
import static dev.ephor.request.testing.Calls.as;
import static dev.ephor.request.testing.Calls.deactivate;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.Calls.with;
import static dev.ephor.request.testing.ExampleCompany.APPROVER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.ExampleCompany;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class ReadingRequestsTest {

    @Test
    void shows_ones_own_newest_first_and_nobody_elses() {
        // Given
        String me = someone();
        String other = activated(someone());
        String first = activated(me);
        String second = post(me, deactivate(me, LAX)).extract().path("id");

        // When
        var response = as(me).get(REQUESTS).then();

        // Then
        response.statusCode(200)
                .body("value.id", equalTo(List.of(second, first)))
                .body("value.action", equalTo(List.of("selfDeactivate", "selfActivate")))
                .body("'@odata.nextLink'", nullValue())
                .body("value.id", not(hasItem(other)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ephor.Admin", "Ephor.Auditor"})
    void shows_everything_to_admins_and_auditors(String role) {
        String id = activated(someone());
        as(someone(), role).get(REQUESTS + "?$top=1").then().body("value.id", hasItem(id));
        as(someone(), role).get(REQUESTS + "/" + id).then().statusCode(200);
    }

    @Test
    void shows_nothing_of_another_tenant_to_its_admin() {
        // Given
        String id = activated(someone());
        String elsewhere =
                TestIssuer.sign(
                        TestIssuer.claims(someone(), "Ephor.Admin").claim("tid", "elsewhere"));

        // When, Then
        with(elsewhere).get(REQUESTS + "/" + id).then().statusCode(404);
        with(elsewhere).get(REQUESTS).then().statusCode(200).body("value", hasSize(0));
    }

    @Test
    void shows_one_request_to_its_requester_and_its_approver_alone() {
        // Given
        String me = someone();
        String id = post(me, strict(me)).statusCode(201).extract().path("id");

        // When, Then
        as(me).get(REQUESTS + "/" + id)
                .then()
                .statusCode(200)
                .body("id", equalTo(id))
                .body("'@odata.context'", containsString("$entity"));
        as(APPROVER).get(REQUESTS + "/" + id).then().statusCode(200);
        String stranger = notFound(someone(), id);
        assertThat(notFound(me, "5c7e19d4-3333-4333-8333-000000000901")).isEqualTo(stranger);
    }

    private static String notFound(String principal, String id) {
        return as(principal)
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(404)
                .body("error.code", equalTo("RoleAssignmentRequestNotFound"))
                .extract()
                .path("error.message");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%00", "a%20b", "x'--", "%F0%9F%98%80"})
    void an_id_that_can_be_none_is_not_found(String id) {
        with(TestIssuer.strongToken(someone()))
                .urlEncodingEnabled(false)
                .get(REQUESTS + "/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void pages_through_a_list_by_its_links() {
        // Given
        String me = someone();
        var expected = new ArrayList<String>();
        for (int i = 0; i < 3; i++) {
            expected.addFirst(activated(me));
            expected.addFirst(post(me, deactivate(me, LAX)).extract().path("id"));
        }

        // When
        var seen = new ArrayList<String>();
        var sizes = new ArrayList<Integer>();
        String next = REQUESTS + "?$top=4";
        while (next != null) {
            var page = as(me).urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            List<String> ids = page.path("value.id");
            seen.addAll(ids);
            sizes.add(ids.size());
            next = page.path("'@odata.nextLink'");
        }

        // Then
        assertThat(seen).isEqualTo(expected);
        assertThat(sizes).containsExactly(4, 2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$top=0",
                "$top=1000",
                "$skiptoken=%00",
                "$skiptoken=nothing",
                "$filter=colour eq 'red'",
                "$orderby=justification",
                "$select=colour",
                "$expand=manager",
                "$search=x"
            })
    void refuses_an_option_that_it_does_not_serve(String option) {
        as(someone()).get(REQUESTS + "?" + option).then().statusCode(400);
    }
}
