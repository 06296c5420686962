package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A collection, or a page of it, in OData's shape.
 *
 * @param count how many are on all pages; null: not asked for
 * @param nextLink where the next ones are; null after the last
 */
public record Collected<T>(
        @JsonProperty("@odata.context") String context,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("@odata.count")
                @Nullable Long count,
        List<T> value,
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("@odata.nextLink")
                @Nullable URI nextLink) {}
