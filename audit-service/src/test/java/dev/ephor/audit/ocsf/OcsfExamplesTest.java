package dev.ephor.audit.ocsf;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.ephor.audit.application.SampleLines;
import dev.ephor.events.EventCodec;
import dev.ephor.events.EventTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OcsfExamplesTest {
    private static final Path FOLDER = Path.of("../docs/ocsf");
    private static final String OVERVIEW =
            """
            # Every event as OCSF 1.8.0

            One example for each type of event, as audit-service makes it of the event's golden sample; generated, and
            validated in tests against the schema of OCSF. Where the activity or the severity depends on what the event says
            (a failed removal is graver than a failed addition), it is that of the sample. [The page](../ocsf.md) explains them.

            | event | OCSF type | type_uid | severity |
            | --- | --- | --- | --- |
            """;
    private static final OcsfMapping MAPPING = new OcsfMapping();

    static Stream<String> types() {
        return EventTypes.all().keySet().stream();
    }

    @Test
    void every_type_of_event_has_its_row_in_the_table() {
        assertThat(MAPPING.types())
                .as(
                        "Each type of event needs a row in audit-service's"
                                + " src/main/resources/ocsf/mapping.json, which docs/ocsf.md describes:"
                                + " copy that of a similar event, change what it says, and run this"
                                + " test with -Dephor.write=true to write its example")
                .containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_example_of_each_type_is_valid(String type) {
        assertThat(Ocsf.faults(MAPPING.event(SampleLines.of(type)))).as(type).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_committed_example_is_what_the_table_says(String type) throws IOException {
        // When
        String example =
                EventCodec.json()
                        .writerWithDefaultPrettyPrinter()
                        .writeValueAsString(MAPPING.event(SampleLines.of(type)));

        // Then
        mustHold(type + ".json", example + "\n");
    }

    @Test
    void the_committed_overview_is_what_the_table_says() throws IOException {
        // When
        String rows = types().map(OcsfExamplesTest::row).collect(Collectors.joining());

        // Then
        mustHold("README.md", OVERVIEW + rows);
    }

    @Test
    void no_example_is_left_of_an_event_that_does_not_exist() throws IOException {
        try (var files = Files.list(FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.concat(Stream.of("README.md"), types().map(t -> t + ".json"))
                                    .toList());
        }
    }

    private static String row(String type) {
        JsonNode event = MAPPING.event(SampleLines.of(type));
        return "| [%s](%s.json) | %s | %s | %s |\n"
                .formatted(
                        type,
                        type,
                        event.get("type_name").asText(),
                        event.get("type_uid").asText(),
                        event.get("severity").asText());
    }

    private static void mustHold(String name, String generated) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("ephor.write")) {
            Files.createDirectories(FOLDER);
            Files.writeString(file, generated);
        }
        assertThat(file).as("run this test with -Dephor.write=true to write it").exists();
        assertThat(Files.readString(file))
                .as("%s: if the change is on purpose, write it anew with -Dephor.write=true", file)
                .isEqualTo(generated);
    }
}
