package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ephor.kit.rest.Page;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How Graph wraps its objects. */
final class OData {
    private static final String ROOT = "identityGovernance/privilegedAccess/group/";

    private OData() {}

    /** One object. */
    record One<T>(@JsonProperty("@odata.context") String context, @JsonUnwrapped T object) {}

    /** A piece of a list. */
    record Many(
            @JsonProperty("@odata.context") String context,
            @JsonProperty("@odata.count") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable Long count,
            @JsonProperty("@odata.nextLink") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable URI nextLink,
            List<?> value) {}

    static <T> One<T> one(UriInfo uri, T object) {
        return new One<>(ofOne(uri), object);
    }

    static Many many(UriInfo uri, @Nullable Long count, Page<?> page) {
        return new Many(context(uri), count, page.nextLink(), page.entries());
    }

    /** The context of one object of the collection that was called. */
    static String ofOne(UriInfo uri) {
        return context(uri) + "/$entity";
    }

    /** Names the collection that was called: the first segment below the root. */
    private static String context(UriInfo uri) {
        String path = uri.getPath();
        String below = path.substring(path.indexOf(ROOT) + ROOT.length());
        String collection = below.contains("/") ? below.substring(0, below.indexOf('/')) : below;
        return uri.getBaseUri() + "v1.0/$metadata#" + ROOT + collection;
    }
}
