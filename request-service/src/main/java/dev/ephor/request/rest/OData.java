package dev.ephor.request.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.ephor.kit.rest.ApiError;
import dev.ephor.request.application.FindRequests.Page;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How Graph wraps its objects, and what a caller can ask of a list. */
final class OData {
    private static final String TYPE =
            "identityGovernance/privilegedAccess/group/assignmentScheduleRequests";
    private static final Set<String> OPTIONS = Set.of("$top", "$skiptoken");

    private OData() {}

    /** One object. */
    record One<T>(@JsonProperty("@odata.context") String context, @JsonUnwrapped T object) {}

    /** A piece of a list. */
    record Many<T>(
            @JsonProperty("@odata.context") String context,
            @JsonProperty("@odata.nextLink") @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Nullable String nextLink,
            List<T> value) {}

    static <T> One<T> one(UriInfo uri, T object) {
        return new One<>(context(uri) + "/$entity", object);
    }

    static <F, T> Many<T> many(UriInfo uri, Paging<F> found, Function<F, T> shape) {
        return new Many<>(
                context(uri),
                found.next() == null ? null : next(uri, found),
                found.items().stream().map(shape).toList());
    }

    private static String next(UriInfo uri, Paging<?> found) {
        return "%s?$top=%d&$skiptoken=%s"
                .formatted(uri.getAbsolutePath(), found.size(), found.next());
    }

    private static String context(UriInfo uri) {
        return uri.getBaseUri() + "v1.0/$metadata#" + TYPE;
    }

    /**
     * @throws ApiError 400 for an option that is not served: a filter that is ignored would show
     *     what was not asked for
     */
    static Page page(UriInfo uri) {
        var query = uri.getQueryParameters();
        for (String option : query.keySet()) {
            if (option.startsWith("$") && !OPTIONS.contains(option)) {
                throw new ApiError(
                        400,
                        option.equals("$filter") ? "InvalidFilter" : "BadRequest",
                        "The query option %s is not supported here; these are: $top."
                                .formatted(option));
            }
        }
        return Paging.page(query.getFirst("$top"), query.getFirst("$skiptoken"));
    }
}
