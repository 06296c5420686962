package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ephor.approval.application.Seen;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Graph's {@code approval}, as a person sees it.
 *
 * @param context null inside a collection
 */
public record ApprovalView(
        @JsonInclude(JsonInclude.Include.NON_NULL) @JsonProperty("@odata.context")
                @Nullable String context,
        String id,
        List<StageView> stages) {

    static ApprovalView of(@Nullable String context, Seen seen, Person.Names names) {
        return new ApprovalView(
                context, seen.course().request().activationId(), StageView.all(seen, names));
    }
}
