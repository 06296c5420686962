package dev.ephor.audit.rest;

import dev.ephor.audit.application.Line;
import dev.ephor.audit.application.TellingAStory;
import dev.ephor.audit.domain.Milestone;
import dev.ephor.kit.rest.ApiError;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** What became of an activation. */
@Path("/ephor/v1/audit/activations")
@RolesAllowed({Roles.AUDITOR, Roles.ADMIN})
@RunOnVirtualThread
public class StoryResource {
    private final TellingAStory telling;

    StoryResource(TellingAStory telling) {
        this.telling = telling;
    }

    /**
     * One activation's story.
     *
     * @param complete whether it has ended, and every step up to its end is in the log
     * @param reached steps that are in the log
     * @param missing steps that a running activation has before it, or that got lost
     * @param skipped steps that it was closed before
     * @param entries everything that the log has of it, by time
     */
    public record StoryView(
            String activation,
            boolean complete,
            Set<Milestone> reached,
            List<Milestone> missing,
            List<Milestone> skipped,
            List<Line> entries) {
        static StoryView of(TellingAStory.Told told) {
            return new StoryView(
                    told.activation(),
                    told.story().isComplete(),
                    told.story().reached(),
                    told.story().missing(),
                    told.story().skipped(),
                    told.entries());
        }
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One activation's story in order, and whether it is complete")
    public StoryView story(@PathParam("id") String id) {
        return telling.of(id)
                .map(StoryView::of)
                .orElseThrow(() -> ApiError.notFound("The activation '" + id + "'"));
    }
}
