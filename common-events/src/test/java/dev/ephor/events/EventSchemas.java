package dev.ephor.events;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.AnnotatedType;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Generates the JSON Schema (2020-12) of an event from its record. */
final class EventSchemas {
    static final Path FOLDER = Path.of("src/main/resources/dev/ephor/events/schemas");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ID_PATTERN = "^[A-Za-z0-9._-]{1,128}$";
    private static final SchemaGenerator GENERATOR = generator();

    private EventSchemas() {}

    static ObjectNode of(Class<? extends Event> event) {
        ObjectNode schema = GENERATOR.generateSchema(event);
        schema.put("title", event.getSimpleName());
        return schema;
    }

    static ObjectNode of(String ceType) {
        return of(EventTypes.byName(ceType).orElseThrow());
    }

    static String text(JsonNode schema) {
        var lines = new DefaultIndenter("  ", "\n");
        var printer = new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        try {
            return JSON.writer(printer).writeValueAsString(schema) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaGenerator generator() {
        var config =
                new SchemaGeneratorConfigBuilder(
                                JSON, SchemaVersion.DRAFT_2020_12, OptionPreset.PLAIN_JSON)
                        .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONVALUE))
                        .with(Option.DEFINITIONS_FOR_ALL_OBJECTS)
                        .with(Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES);
        config.forTypesInGeneral()
                .withPropertySorter((_, _) -> 0) // as declared
                .withStringFormatResolver(
                        scope ->
                                scope.getType().isInstanceOf(Instant.class)
                                        ? "date-time"
                                        : scope.getType().isInstanceOf(Duration.class)
                                                ? "duration"
                                                : null);
        config.forFields()
                .withRequiredCheck(field -> !isNullable(field.getRawMember().getAnnotatedType()))
                .withStringPatternResolver(
                        field ->
                                field.getDeclaringType().isInstanceOf(MembershipKey.class)
                                                && field.getType().isInstanceOf(String.class)
                                        ? ID_PATTERN
                                        : null);
        return new SchemaGenerator(config.build());
    }

    private static boolean isNullable(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }
}
