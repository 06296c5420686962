package dev.ephor.request.rest;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** The answer to a POST that brought a request object, or would have. */
final class Created {
    private Created() {}

    static RestResponse<OData.One<RequestObject>> at(UriInfo uri, RequestObject object) {
        var response =
                RestResponse.ResponseBuilder.create(
                        RestResponse.Status.CREATED, OData.one(uri, object));
        if (object.id() != null) {
            response.location(URI.create(uri.getAbsolutePath() + "/" + object.id()));
        }
        return response.build();
    }
}
