package dev.ephor.kit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class PagingTest {

    @ParameterizedTest
    @CsvSource({
        "/ephor/v1/numbers?limit=3, entries, nextLink",
        "/v1.0/numbers?$top=3, value, '@odata.nextLink'"
    })
    void leads_from_page_to_page_until_there_is_no_next_link(
            String address, String list, String link) {
        // When
        var pages = new ArrayList<List<Integer>>();
        for (String at = address; at != null; ) {
            JsonPath page = get(at);
            pages.add(page.getList(list + ".value"));
            at = page.getString("'" + link + "'");
        }

        // Then
        assertThat(pages).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
    }

    @ParameterizedTest
    @CsvSource({"/ephor/v1/numbers?limit=7, entries", "/v1.0/numbers?$top=7, value"})
    void a_list_that_just_fits_has_no_next_page(String address, String list) {
        // When
        JsonPath page = get(address);

        // Then
        assertThat(page.getList(list)).hasSize(7);
        assertThat(page.getString("nextLink")).isNull();
        assertThat(page.getString("'@odata.nextLink'")).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "/ephor/v1/numbers?from=2026-01-31T08:00:00%2B01:00&limit=2&name=a%26b, nextLink, "
                + "from=2026-01-31T08:00:00%2B01:00&limit=2&name=a%26b&after=2",
        "/v1.0/numbers?$skiptoken=1&$top=2, '@odata.nextLink', $top=2&$skiptoken=3",
        "/v1.0/numbers?%24top=2&%24skiptoken=1, '@odata.nextLink', %24top=2&$skiptoken=3"
    })
    void the_next_link_is_the_same_question_behind_the_last_one(
            String address, String link, String query) {
        // When
        String next = get(address).getString("'" + link + "'");

        // Then
        assertThat(next).startsWith("http://").endsWith("?" + query);
    }

    @ParameterizedTest
    @CsvSource({
        "/ephor/v1/numbers?limit=0, detail, 'limit', 1000",
        "/ephor/v1/numbers?limit=1001, detail, 'limit', 1000",
        "/ephor/v1/numbers?limit=many, detail, 'limit', 1000",
        "/v1.0/numbers?$top=1000, error.message, '$top', 999",
        "/v1.0/numbers?$top=-1, error.message, '$top', 999"
    })
    void says_how_large_a_page_may_be(String address, String where, String name, int largest) {
        // When
        var answer = given().urlEncodingEnabled(false).get(address);

        // Then
        answer.then()
                .statusCode(400)
                .body(where, containsString("'" + name + "'"))
                .body(where, containsString("from 1 to " + largest));
    }

    @Test
    void reads_parameters_that_are_given_and_those_that_are_not() {
        // When
        var answer =
                given().urlEncodingEnabled(false)
                        .get("/ephor/v1/question?from=2026-01-31T09:00:00%2B01:00&after=0");

        // Then
        answer.then()
                .statusCode(200)
                .body("[0]", equalTo("null"))
                .body("[1]", equalTo("2026-01-31T08:00:00Z"))
                .body("[2]", equalTo("0"));
    }

    @ParameterizedTest
    @CsvSource({
        "nmae=dana, 'nmae'",
        "name=dana&name=erin, 'name'",
        "name=, 'name'",
        "name=%00, 'name'",
        "from=yesterday, 'from'",
        "from=2026-03-01, 'from'",
        "after=-1, 'after'",
        "after=1.5, 'after'"
    })
    void says_which_parameter_is_wrong_and_what_to_give(String query, String name) {
        // When
        var answer = given().urlEncodingEnabled(false).get("/ephor/v1/question?" + query);

        // Then
        answer.then()
                .statusCode(400)
                .body("detail", containsString("'" + name + "'"))
                .body("detail", containsString("give"));
    }

    private static JsonPath get(String address) {
        return given().urlEncodingEnabled(false)
                .get(address)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }
}
