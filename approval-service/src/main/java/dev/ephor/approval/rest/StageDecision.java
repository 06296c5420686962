package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.kit.rest.ApiError;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision. Clients that send the whole stage back may do so; only these two members
 * can be written.
 *
 * @param reviewResult {@code Approve} or {@code Deny}, in any case
 */
@JsonIgnoreProperties({
    "@odata.type",
    "@odata.context",
    "@odata.id",
    "@odata.etag",
    "id",
    "displayName",
    "assignedToMe",
    "status",
    "reviewedBy",
    "reviewedDateTime"
})
public record StageDecision(
        @Schema(
                        enumeration = {"Approve", "Deny"},
                        required = true)
                @Nullable String reviewResult,
        @Nullable String justification) {

    /**
     * @throws ApiError 400 when it is neither
     */
    Choice choice() {
        String wanted = reviewResult == null ? "" : reviewResult.toLowerCase(Locale.ROOT);
        return switch (wanted) {
            case "approve" -> Choice.APPROVE;
            case "deny" -> Choice.DENY;
            case "" -> throw ApiError.badRequest("reviewResult is missing: Approve or Deny.");
            default ->
                    throw ApiError.badRequest(
                            "reviewResult '%s' is neither Approve nor Deny."
                                    .formatted(reviewResult));
        };
    }
}
