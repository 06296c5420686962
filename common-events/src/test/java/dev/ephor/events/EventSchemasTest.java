package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EventSchemasTest {

    static Stream<String> types() {
        return EventTypes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_committed_schema_is_what_the_record_says(String type) {
        // Given
        var file = new CommittedFile(EventSchemas.FOLDER.resolve(type + ".json"));

        // When
        var schema = EventSchemas.text(EventSchemas.of(type));

        // Then
        file.mustHold(schema);
    }

    @Test
    void no_schema_is_left_of_an_event_that_does_not_exist() throws IOException {
        try (var files = Files.list(EventSchemas.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> type + ".json").toList());
        }
    }

    @Test
    void members_are_required_unless_the_record_says_nullable() {
        // When
        var schema = EventSchemas.of(ApprovalEvent.ActivationApproved.class);

        // Then
        assertThat(schema.get("required"))
                .extracting(name -> name.asText())
                .contains("key", "activationId", "start", "end", "approvedAt")
                .doesNotContain("decision");
        assertThat(schema.at("/properties/start/format").asText()).isEqualTo("date-time");
        assertThat(schema.at("/$defs/MembershipKey/required")).hasSize(4);
    }

    @Test
    void durations_and_enums_are_described_as_they_are_written() {
        // When
        var schema = EventSchemas.of(CatalogEvent.PolicyDefined.class);

        // Then
        assertThat(schema.at("/$defs/Policy/properties/maximumDuration/format").asText())
                .isEqualTo("duration");
        assertThat(schema.findValue("access").toString()).contains("$ref").contains("Access");
        assertThat(schema.at("/$defs/Access/enum"))
                .extracting(value -> value.asText())
                .containsExactly("member", "owner");
    }
}
