package dev.ephor.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SamplesTest {
    private static final JsonSchemaFactory SCHEMAS =
            JsonSchemaFactory.getInstance(VersionFlag.V202012);

    static Stream<String> types() {
        return EventTypes.all().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("types")
    void todays_code_reads_the_sample_and_writes_it_again(String type) throws IOException {
        // Given
        var sample = Sample.of(type);

        // When
        var record = EventCodec.encode(sample.decoded());

        // Then
        assertThat(record.topic()).isEqualTo(Topics.of(sample.decoded().data()).name());
        assertThat(record.key()).isEqualTo(sample.key());
        assertThat(texts(record.headers())).isEqualTo(sample.headers());
        assertThat(EventCodec.json().readTree(record.value())).isEqualTo(sample.data());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.ephor.approval.escalated.v1",
                "dev.ephor.approval.opened.v1",
                "dev.ephor.approval.reminded.v1"
            })
    void what_was_written_before_an_event_grew_is_still_read(String type) throws IOException {
        // Given
        var sample = Sample.earlier(type);

        // When
        var record = EventCodec.encode(sample.decoded());

        // Then
        assertThat(EventCodec.json().readTree(record.value())).isEqualTo(sample.data());
        assertThat(validate(type, sample.data())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_is_valid_by_its_schema(String type) {
        // When
        var faults = validate(type, Sample.of(type).data());

        // Then
        assertThat(faults).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("types")
    void the_sample_shows_every_member_of_its_event(String type) {
        assertThat(Sample.of(type).data().fieldNames())
                .toIterable()
                .containsExactlyElementsOf(members(type));
    }

    @ParameterizedTest
    @MethodSource("types")
    void a_required_member_is_missed_by_codec_and_schema_alike(String type) {
        for (String member : required(type)) {
            // Given
            var sample = Sample.of(type);
            sample.data().remove(member);

            // Then
            assertThatThrownBy(() -> EventCodec.decode(sample.kafkaHeaders(), sample.value()))
                    .isInstanceOf(UnreadableEvent.class)
                    .hasMessageContaining(type)
                    .hasMessageContaining("'" + member + "'");
            assertThat(validate(type, sample.data())).hasSize(1);
        }
    }

    @ParameterizedTest
    @MethodSource("types")
    void members_that_may_be_absent_are_not_missed(String type) {
        // Given
        var sample = Sample.of(type);
        ObjectNode data = sample.data();
        data.retain(required(type));

        // When
        var record = EventCodec.encode(sample.decoded());

        // Then
        assertThat(new String(record.value(), StandardCharsets.UTF_8)).isEqualTo(data.toString());
        assertThat(validate(type, data)).isEmpty();
    }

    @Test
    void no_sample_is_left_of_an_event_that_does_not_exist() throws IOException {
        try (var files = Files.list(Sample.FOLDER)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            types().map(type -> type + ".json").toList());
        }
    }

    private static List<String> validate(String type, JsonNode data) {
        return SCHEMAS
                .getSchema(EventSchemas.of(type))
                .validate(data, run -> run.getExecutionConfig().setFormatAssertionsEnabled(true))
                .stream()
                .map(Object::toString)
                .toList();
    }

    private static List<String> required(String type) {
        var names = new ArrayList<String>();
        EventSchemas.of(type).path("required").forEach(name -> names.add(name.asText()));
        return names;
    }

    private static List<String> members(String type) {
        return Stream.of(EventTypes.all().get(type).getRecordComponents())
                .map(component -> component.getName())
                .toList();
    }

    private static Map<String, String> texts(Headers headers) {
        var texts = new HashMap<String, String>();
        headers.forEach(
                header ->
                        texts.put(
                                header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return texts;
    }
}
