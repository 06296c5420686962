package dev.ephor.audit.ocsf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.events.EventCodec;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Says entries of the log as OCSF events, by the table {@code ocsf/mapping.json}: a row for each
 * type of event. docs/ocsf.md describes the table and what comes out.
 */
@ApplicationScoped
public class OcsfMapping {
    private static final String TABLE = "/ocsf/mapping.json";

    private final Map<String, Template> rows = new HashMap<>();
    private final Map<String, Template> others = new HashMap<>();
    private final Classification classification;

    public OcsfMapping() {
        this(read());
    }

    OcsfMapping(JsonNode table) {
        var parts = new Parts(table.get("parts"));
        var templates = new Templates(parts);
        table.get("events")
                .properties()
                .forEach(row -> rows.put(row.getKey(), template(row, parts, templates)));
        table.get("others")
                .properties()
                .forEach(row -> others.put(row.getKey(), template(row, parts, templates)));
        this.classification = new Classification(table);
    }

    private static Template template(
            Map.Entry<String, JsonNode> row, Parts parts, Templates templates) {
        try {
            return templates.of(parts.record(row.getValue()));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "the OCSF row " + row.getKey() + ": " + e.getMessage(), e);
        }
    }

    /** The types of events that have a row. */
    public Set<String> types() {
        return Set.copyOf(rows.keySet());
    }

    /**
     * The OCSF event of an entry, whatever it is: a type without a row, and what is no event, are
     * said as events of the base class.
     *
     * @param line the entry as the API hands it out, as JSON; it lies whole in {@code
     *     unmapped.ephor} of the answer
     */
    public ObjectNode event(ObjectNode line) {
        return classification.complete((ObjectNode) row(line).of(line));
    }

    private Template row(JsonNode line) {
        String kind = line.path("kind").asText();
        if (!kind.equals("EVENT")) {
            return Objects.requireNonNull(others.get(kind), kind);
        }
        Template row = rows.get(line.at("/event/type").asText());
        return row == null ? Objects.requireNonNull(others.get("UNKNOWN_TYPE")) : row;
    }

    private static JsonNode read() {
        try (InputStream table = OcsfMapping.class.getResourceAsStream(TABLE)) {
            return EventCodec.json().readTree(Objects.requireNonNull(table, TABLE));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
