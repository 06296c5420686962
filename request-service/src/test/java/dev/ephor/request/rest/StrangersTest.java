package dev.ephor.request.rest;

import static dev.ephor.request.testing.Calls.REQUESTS;
import static dev.ephor.request.testing.Calls.activate;
import static dev.ephor.request.testing.Calls.lax;
import static dev.ephor.request.testing.Calls.post;
import static dev.ephor.request.testing.Calls.strict;
import static dev.ephor.request.testing.Calls.with;
import static dev.ephor.request.testing.ExampleCompany.LATER;
import static dev.ephor.request.testing.ExampleCompany.LAX;
import static dev.ephor.request.testing.ExampleCompany.NOBODYS;
import static dev.ephor.request.testing.ExampleCompany.UNKNOWN;
import static dev.ephor.request.testing.ExampleCompany.someone;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.Violation;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.request.testing.Calls;
import dev.ephor.request.testing.ExampleCompany;
import dev.ephor.request.testing.Said;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What somebody learns who has no business with a group, or none of their own. */
@QuarkusTest
@QuarkusTestResource(Platform.class)
@QuarkusTestResource(ExampleCompany.class)
class StrangersTest {
    @Inject Said said;

    @Test
    void a_group_that_is_unknown_and_one_that_is_none_of_ones_business_look_the_same() {
        // Given
        String me = someone();
        String stranger = "b4a1d5e0-1111-4111-8111-999999999999";

        // When
        String unknown = notFound(me, UNKNOWN);
        String nobodys = notFound(me, NOBODYS);
        String strangers = notFound(stranger, LAX);

        // Then
        assertThat(nobodys).isEqualTo(unknown);
        assertThat(strangers).isEqualTo(unknown);
        assertThat(said.about(me))
                .hasSize(2)
                .allSatisfy(
                        event ->
                                assertThat(((ActivationRefused) event).violations())
                                        .extracting(Violation::rule)
                                        .containsExactly("EligibilityRule"));
    }

    private static String notFound(String principal, String group) {
        return post(principal, activate(principal, group, ""))
                .statusCode(404)
                .header("WWW-Authenticate", nullValue())
                .body("error.details", nullValue())
                .extract()
                .asString()
                .replace(group, "<group>")
                .replaceAll("\"(date|request-id)\":\"[^\"]*\"", "");
    }

    @Test
    void the_strict_group_shows_a_stranger_without_mfa_no_challenge() {
        String stranger = "b4a1d5e0-1111-4111-8111-999999999998";
        with(TestIssuer.token(stranger))
                .body(strict(stranger))
                .post(REQUESTS)
                .then()
                .statusCode(404)
                .header("WWW-Authenticate", nullValue());
    }

    @Test
    void an_eligibility_that_begins_later_is_told_as_such() {
        String me = someone();
        post(me, activate(me, LATER, ""))
                .statusCode(400)
                .body("error.message", containsString("EligibilityRule"))
                .body("error.details.message", hasItems(containsString("begins at")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"selfActivate", "selfDeactivate"})
    void nobody_asks_for_somebody_else(String action) {
        // Given
        String me = someone();
        String other = someone();
        Calls.activated(other);

        // When
        var known = post(me, lax(other).replace("selfActivate", action));
        var unknown = post(me, activate(other, UNKNOWN, "").replace("selfActivate", action));

        // Then
        known.statusCode(403).body("error.code", equalTo("Authorization_RequestDenied"));
        unknown.statusCode(403);
        assertThat(unknown.extract().<String>path("error.message"))
                .isEqualTo(known.extract().path("error.message"));
        assertThat(said.stored(other)).isEqualTo(1);
    }

    @Test
    void an_application_has_no_self_to_activate() {
        String me = someone();
        with(TestIssuer.applicationToken(me)).body(lax(me)).post(REQUESTS).then().statusCode(403);
    }
}
