package dev.ephor.kit.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.ephor.kit.list.Columns;
import dev.ephor.kit.list.Condition;
import dev.ephor.kit.list.Property;
import dev.ephor.kit.list.Rows;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** A list in Graph's way: seven hills, which the database makes up as it is asked. */
@Path("/v1.0/hills")
public class Hills {
    private static final ListOptions.Shape SHAPE =
            new ListOptions.Shape(
                    Columns.newestFirst(
                            "id",
                            Property.instant("createdDateTime", "at").sorting(),
                            Property.text("id", "id").sorting(),
                            Property.choice("colour", "colour", List.of("Red", "Green"))),
                    Set.of("id", "createdDateTime", "colour"),
                    Set.of("group"));

    /** The times repeat, so that the id has to tell apart. */
    private static final String FROM =
            """
            (select 'h' || n as id, timestamptz '2026-01-01 00:00Z' + (n / 3) * interval '1 day' as at,
                    case when n = 5 then null when n % 2 = 0 then 'Red' else 'Green' end as colour
               from generate_series(1, 7) n) hill\
            """;

    /** For two reasons; some hills are there for both. */
    private static final List<Condition> WHERE =
            List.of(
                    Condition.of("id > ?", "h4"),
                    Condition.of("id in (?, 'h2', 'h3', 'h5')", "h1"));

    public record Hill(String id, Instant createdDateTime, String colour) {}

    private final Rows rows;
    private final ObjectMapper json;

    Hills(DataSource database, ObjectMapper json) {
        this.rows = new Rows(database);
        this.json = json;
    }

    @GET
    @PermitAll
    public Map<String, Object> list(@Context UriInfo uri) {
        var options = ListOptions.of(uri, SHAPE);
        var found = rows.list(FROM, WHERE, options.listing(), Hills::hill);
        Page<Hill> page = options.page(found);
        var answer = new LinkedHashMap<String, Object>();
        if (options.count()) {
            answer.put("@odata.count", rows.count(FROM, WHERE, options.listing()));
        }
        answer.put("value", page.entries().stream().map(h -> options.project(h, json)).toList());
        if (page.nextLink() != null) {
            answer.put("@odata.nextLink", page.nextLink());
        }
        return answer;
    }

    private static Hill hill(ResultSet row) throws SQLException {
        return new Hill(row.getString("id"), Rows.instant(row, "at"), row.getString("colour"));
    }
}
