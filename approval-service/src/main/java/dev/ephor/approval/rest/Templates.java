package dev.ephor.approval.rest;

import dev.ephor.approval.application.ApprovalTemplate;
import dev.ephor.approval.application.KeepingTemplates;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.kit.rest.Caller;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/**
 * The templates of approvals. {@code GROUP_ACCESS_APPROVAL} is always there; one whose key is a
 * group's object id is that group's own.
 */
@Path("/ephor/v1/approval-templates/{key}")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Ephor approvals")
@Authenticated
@RunOnVirtualThread
public class Templates {
    private final KeepingTemplates keeping;
    private final Caller caller;

    Templates(KeepingTemplates keeping, Caller caller) {
        this.keeping = keeping;
        this.caller = caller;
    }

    @GET
    @Operation(summary = "A template")
    @APIResponse(responseCode = "404", description = "Nobody has written one of that key")
    public TemplateView read(@PathParam("key") String key) {
        return keeping.read(caller.tenant(), key)
                .map(TemplateView::of)
                .orElseThrow(() -> ApiError.notFound("Template '" + key + "'"));
    }

    @PUT
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(summary = "Write a template, whole", description = "Needs Ephor.Admin.")
    @APIResponse(responseCode = "403", description = "Not without Ephor.Admin")
    public TemplateView write(@PathParam("key") String key, @Nullable TemplateView body) {
        if (!caller.has("Ephor.Admin")) {
            throw new ApiError(
                    403, "Authorization_RequestDenied", "Only Ephor.Admin writes templates.");
        }
        if (body == null) {
            throw ApiError.badRequest("The body is missing: send subject and text.");
        }
        ApprovalTemplate template = body.template(key);
        keeping.write(caller.tenant(), template, caller.principal());
        return TemplateView.of(template);
    }
}
