package dev.ephor.kit.rest;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Something to call, in both shapes. */
@Path("/")
public class Greeting {
    public record Body(int number, @Nullable String word) {}

    @Inject Caller caller;

    @GET
    @Path("v1.0/me")
    @RolesAllowed("Ephor.Admin")
    public Map<String, Object> me() {
        return Map.of(
                "principal",
                caller.principal(),
                "tenant",
                caller.tenant(),
                "assurance",
                caller.assurance());
    }

    @POST
    @Path("v1.0/number")
    @PermitAll
    public int number(Body body) {
        return body.number();
    }

    @PUT
    @Path("v1.0/number")
    @PermitAll
    public int replaced(Body body) {
        return body.number();
    }

    @GET
    @Path("ephor/v1/missing")
    @PermitAll
    public String missing() {
        throw ApiError.notFound("The thing 'x'").detail("WhyRule", "x", "because");
    }

    @GET
    @Path("ephor/v1/broken")
    @PermitAll
    public String broken() {
        throw new IllegalStateException("a secret detail");
    }
}
