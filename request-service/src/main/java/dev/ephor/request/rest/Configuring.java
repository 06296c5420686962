package dev.ephor.request.rest;

import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.time.Ids;
import dev.ephor.request.application.ApplyingConfiguration;
import dev.ephor.request.application.ApplyingConfiguration.Order;
import dev.ephor.request.application.Configuration;
import dev.ephor.request.application.Difference;
import dev.ephor.request.application.ReadConfiguration;
import dev.ephor.request.application.ReadConfiguration.NotReadable;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What {@code ephor plan} and {@code ephor apply} ask for: an ephor.yaml against what stands. */
@Path("/ephor/v1/configuration")
@Consumes({"text/yaml", "application/yaml"})
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed("Ephor.Admin")
@RunOnVirtualThread
@Tag(name = "Configuration", description = "ephor.yaml of the caller's tenant")
class Configuring {
    private static final int LARGEST = 1024 * 1024;

    private final ApplyingConfiguration applying;
    private final ReadConfiguration reading;
    private final Callers callers;
    private final Ids ids;
    private final Clock clock;

    Configuring(
            ApplyingConfiguration applying,
            ReadConfiguration reading,
            Callers callers,
            Ids ids,
            Clock clock) {
        this.applying = applying;
        this.reading = reading;
        this.callers = callers;
        this.ids = ids;
        this.clock = clock;
    }

    /**
     * @param differences empty: everything is as the file wants it
     */
    public record Differences(List<Line> differences) {}

    /** One thing that the file wants otherwise, or that was made so. */
    public record Line(
            String kind,
            String what,
            boolean drift,
            List<Difference.Member> members,
            List<String> weaker) {
        static Line of(Difference difference) {
            return new Line(
                    difference.kind().name().toLowerCase(Locale.ROOT),
                    difference.what(),
                    difference.drift(),
                    difference.members(),
                    difference.weaker());
        }
    }

    @POST
    @Path("/plan")
    @Operation(
            summary = "What applying an ephor.yaml would change",
            description =
                    "kind is new, changed or removed; drift tells that it was changed through the API since a file was applied")
    @APIResponse(responseCode = "400", description = "Every fault of the file with its line")
    public Differences plan(byte[] yaml) {
        String tenant = callers.tenant();
        return answer(applying.plan(read(yaml, tenant), tenant, now()));
    }

    @POST
    @Path("/apply")
    @Operation(summary = "Make everything as an ephor.yaml wants it; tells what changed")
    @APIResponse(responseCode = "400", description = "Every fault of the file with its line")
    public Differences apply(byte[] yaml) {
        String tenant = callers.tenant();
        Configuration wanted = read(yaml, tenant);
        var cause = new Cause(ids.next(), null, callers.traceparent(), now());
        String by = callers.viewer().principal();
        return answer(applying.apply(wanted, new Order(by, tenant, cause)));
    }

    /** Microseconds are what the database keeps. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static Differences answer(List<Difference> differences) {
        return new Differences(differences.stream().map(Line::of).toList());
    }

    private Configuration read(byte[] yaml, String tenant) {
        Configuration wanted = parse(yaml);
        boolean ofOthers =
                wanted.catalog().stream().anyMatch(thing -> !thing.tenant().equals(tenant));
        if (ofOthers) {
            throw new ApiError(
                    403,
                    "Authorization_RequestDenied",
                    "The file speaks of another tenant than your own, %s: send your own alone."
                            .formatted(tenant));
        }
        return wanted;
    }

    private Configuration parse(byte[] yaml) {
        if (yaml.length > LARGEST) {
            throw new ApiError(
                    413,
                    "RequestEntityTooLarge",
                    "The file is larger than %d bytes: apply it at a start instead."
                            .formatted(LARGEST));
        }
        try {
            return reading.read(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(yaml)).toString());
        } catch (CharacterCodingException e) {
            throw ApiError.badRequest("The file is not UTF-8 text.");
        } catch (NotReadable e) {
            throw new ApiError(400, "ConfigurationInvalid", String.valueOf(e.getMessage()));
        }
    }
}
