package dev.ephor.audit.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.ephor.audit.application.CollectingEvidence;
import dev.ephor.audit.application.CollectingEvidence.Ground;
import dev.ephor.audit.application.CollectingEvidence.Proven;
import dev.ephor.audit.application.NothingSigned;
import dev.ephor.audit.application.Search;
import dev.ephor.events.EventCodec;
import dev.ephor.kit.rest.ApiError;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Entries with what proves them, as a file that is checked without Ephor. */
@Path("/ephor/v1/audit/evidence.zip")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class EvidenceResource {
    private static final int AT_ONCE = 500;

    private final CollectingEvidence evidence;

    EvidenceResource(CollectingEvidence evidence) {
        this.evidence = evidence;
    }

    @GET
    @Operation(
            summary = "What a search finds, each entry with its proof, and the signed checkpoint",
            description =
                    "The parameters are those of search, without limit and after; one of activation,"
                            + " from and to has to be given.")
    public Response bundle(@Context UriInfo uri) {
        Search search = SearchQuery.of(uri, AT_ONCE, null, List.of());
        if (search.from() == null
                && search.to() == null
                && !search.by().containsKey(Search.By.ACTIVATION)) {
            throw ApiError.badRequest(
                    "Give 'activation', or a period by 'from' and 'to': what is the evidence about?");
        }
        Ground ground = ground();
        StreamingOutput stream = out -> write(search, ground, out);
        return Response.ok(stream, "application/zip")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"ephor-evidence.zip\"")
                .build();
    }

    private Ground ground() {
        try {
            return evidence.ground()
                    .orElseThrow(
                            () ->
                                    new ApiError(
                                            409,
                                            "NoCheckpoint",
                                            "The log has signed no checkpoint: give it a key."));
        } catch (NothingSigned e) {
            throw LogResource.unsigned(e);
        }
    }

    private void write(Search search, Ground ground, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            file(zip, "README.md", readme());
            file(zip, "checkpoint.txt", ground.checkpoint().note());
            file(zip, "keys.txt", String.join("\n", ground.keys()) + "\n");
            zip.putNextEntry(new ZipEntry("entries.ndjson"));
            evidence.each(search, ground, proven -> append(zip, json(proven)));
            zip.closeEntry();
        }
    }

    /** The line as the API has it, with its proof. */
    private static String json(Proven proven) {
        ObjectNode line = EventCodec.json().valueToTree(proven.line());
        ArrayNode proof = line.putArray("proof");
        proven.path().forEach(hash -> proof.add(hash.toString()));
        return line + "\n";
    }

    private static void append(ZipOutputStream zip, String text) {
        try {
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the bundle was cut off", e);
        }
    }

    private static void file(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String readme() throws IOException {
        try (InputStream file = EvidenceResource.class.getResourceAsStream("/evidence/README.md")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
