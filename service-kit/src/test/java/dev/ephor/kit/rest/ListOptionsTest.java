package dev.ephor.kit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.ephor.kit.test.Platform;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ListOptionsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 6})
    void every_entry_comes_once_whatever_the_size_of_a_page(int size) {
        // When
        List<String> seen = walk("/v1.0/hills?$top=" + size);
        // Then
        assertThat(seen).containsExactly("h7", "h6", "h5", "h3", "h2", "h1");
    }

    @Test
    void a_link_goes_on_with_the_same_filter_and_order() {
        // When
        List<String> seen =
                walk("/v1.0/hills?%24top=1&$orderby=id%20asc&$filter=colour%20ne%20%27Red%27");
        // Then
        assertThat(seen).containsExactly("h1", "h3", "h5", "h7");
    }

    @Test
    void a_filter_is_of_the_whole_list_and_so_is_its_count() {
        list("?$count=true&$top=1&$filter=colour eq 'GREEN' and createdDateTime ge 2026-01-02T00:00:00Z")
                .statusCode(200)
                .body("'@odata.count'", equalTo(2))
                .body("value.id", equalTo(List.of("h7")));
    }

    @Test
    void without_being_asked_nothing_is_counted() {
        list("").body("'@odata.count'", nullValue()).body("'@odata.nextLink'", nullValue());
    }

    @Test
    void nothing_but_the_selected_members_is_shown() {
        List<Map<String, Object>> hills = list("?$select=id,colour").extract().path("value");
        assertThat(hills).extracting(Map::keySet).containsOnly(Set.of("id", "colour"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    $filter=height gt 3            | InvalidFilter | 'height'
                    $filter=colour contains 'R'    | InvalidFilter | 'contains'
                    $orderby=colour                | BadRequest    | createdDateTime, id
                    $select=height                 | BadRequest    | 'height'
                    $expand=valley                 | BadRequest    | 'valley'
                    $count=perhaps                 | BadRequest    | 'perhaps'
                    $top=0                         | BadRequest    | 1 to 999
                    $top=1000                      | BadRequest    | 1 to 999
                    $skiptoken=garbage             | BadRequest    | $skiptoken
                    $skiptoken=%00                 | BadRequest    | $skiptoken
                    $search=x                      | BadRequest    | '$search'
                    filter=id eq 'h1'              | BadRequest    | 'filter'
                    """)
    void what_is_not_served_is_refused_by_name(String option, String code, String named) {
        list("?" + option)
                .statusCode(400)
                .body("error.code", equalTo(code))
                .body("error.message", containsString(named));
    }

    private static ValidatableResponse list(String options) {
        return given().get("/v1.0/hills" + options).then();
    }

    private static List<String> walk(String from) {
        var seen = new ArrayList<String>();
        for (String next = from; next != null; ) {
            var page = given().urlEncodingEnabled(false).get(next).then().statusCode(200).extract();
            seen.addAll(page.path("value.id"));
            next = page.path("'@odata.nextLink'");
        }
        return seen;
    }
}
