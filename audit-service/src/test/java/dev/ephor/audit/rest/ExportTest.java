package dev.ephor.audit.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.audit.Samples;
import dev.ephor.audit.Sealed;
import dev.ephor.audit.application.SealingRecords;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.test.Platform;
import dev.ephor.kit.test.TestIssuer;
import dev.ephor.kit.time.Ids;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(Platform.class)
class ExportTest {
    private static final String REQUESTED = "dev.ephor.activation.requested.v1";

    @Inject SealingRecords sealing;
    @Inject Ids ids;

    private static String export(String form, String activation) {
        return given().auth()
                .oauth2(TestIssuer.token("auditor", "Ephor.Auditor"))
                .queryParam("activation", activation)
                .get("/ephor/v1/audit/export." + form)
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }

    private String sealMany(int count) {
        String activation = ids.next();
        Sealed.seal(
                sealing,
                IntStream.range(0, count)
                        .mapToObj(i -> Samples.of(REQUESTED, activation, activation + "/" + i))
                        .toList());
        return activation;
    }

    @Test
    void exports_more_than_a_page_as_lines_of_json() throws Exception {
        // Given
        String activation = sealMany(1_201);

        // When
        List<String> lines = export("ndjson", activation).lines().toList();

        // Then
        assertThat(lines).hasSize(1_201);
        assertThat(EventCodec.json().readTree(lines.get(700)).at("/about/activation").asText())
                .isEqualTo(activation);
        assertThat(lines).doesNotHaveDuplicates();
    }

    @Test
    void exports_a_table_of_which_no_cell_is_a_formula() {
        // Given
        String activation = sealMany(2);

        // When
        List<String> lines = export("csv", activation).lines().toList();

        // Then
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst()).startsWith("sequence,time,type,tenant,group,principal");
        assertThat(lines.get(1)).contains("," + REQUESTED + ",", "\"\"justification\"\"");
    }

    @Test
    void refuses_what_a_search_refuses() {
        given().auth()
                .oauth2(TestIssuer.token("auditor", "Ephor.Auditor"))
                .queryParam("limit", 5)
                .get("/ephor/v1/audit/export.csv")
                .then()
                .statusCode(400);
    }
}
