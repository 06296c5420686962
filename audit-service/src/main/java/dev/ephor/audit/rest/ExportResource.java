package dev.ephor.audit.rest;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.Search;
import dev.ephor.audit.application.SearchingTheLog;
import dev.ephor.events.EventCodec;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/**
 * All that a search finds, as one stream. It is read page by page, so that it needs the memory of
 * one page however much there is, and holds no transaction meanwhile.
 */
@Path("/ephor/v1/audit")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class ExportResource {
    private static final int AT_ONCE = 500;

    private final SearchingTheLog log;

    ExportResource(SearchingTheLog log) {
        this.log = log;
    }

    @GET
    @Path("export.ndjson")
    @Operation(
            summary = "All entries that a search finds, one JSON object a line",
            description = "The parameters are those of search, without limit and after.")
    public Response ndjson(@Context UriInfo uri) {
        Search search = SearchQuery.of(uri, AT_ONCE, null, List.of());
        return file("ndjson", "application/x-ndjson", null, search, ExportResource::json);
    }

    @GET
    @Path("export.csv")
    @Operation(
            summary = "All entries that a search finds, as a table",
            description = "The parameters are those of search, without limit and after.")
    public Response csv(@Context UriInfo uri) {
        Search search = SearchQuery.of(uri, AT_ONCE, null, List.of());
        return file("csv", "text/csv; charset=utf-8", Csv.HEADING, search, ExportResource::row);
    }

    /** How a line is written. */
    private interface Form {
        String of(Line line) throws IOException;
    }

    private Response file(
            String ending, String type, @Nullable String heading, Search search, Form form) {
        StreamingOutput stream =
                out -> {
                    try (var buffered = new BufferedOutputStream(out)) {
                        write(buffered, heading == null ? "" : heading);
                        log.each(search, line -> write(buffered, line, form));
                    }
                };
        return Response.ok(stream, type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ephor-audit." + ending + "\"")
                .build();
    }

    private static String json(Line line) throws IOException {
        return EventCodec.json().writeValueAsString(line) + "\n";
    }

    private static String row(Line line) throws IOException {
        Object data = line.data();
        return Csv.row(line, data == null ? null : EventCodec.json().writeValueAsString(data));
    }

    private static void write(OutputStream out, Line line, Form form) {
        try {
            write(out, form.of(line));
        } catch (IOException e) {
            throw new UncheckedIOException("the export was cut off", e);
        }
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
