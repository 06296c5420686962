package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.kit.rest.ApiError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision. Clients that send the whole stage back may do so; only these members can
 * be written.
 *
 * @param reviewResult {@code Approve} or {@code Deny}, or {@code Approved} or {@code Denied}, in
 *     any case
 * @param duration the window that is agreed to at most, an extension of Graph's; null: as asked for
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
        @Nullable String justification,
        @Schema(description = "ISO 8601, such as PT1H; only for Approve")
                @Nullable String duration) {

    /**
     * @throws ApiError 400 when it is neither, or the duration is none
     */
    Verdict verdict() {
        if (reviewResult == null || reviewResult.isEmpty()) {
            throw ApiError.badRequest("reviewResult is missing: Approve or Deny.");
        }
        return new Verdict(
                Spelling.choice(reviewResult)
                        .orElseThrow(
                                () ->
                                        ApiError.badRequest(
                                                "reviewResult '%s' is neither Approve nor Deny."
                                                        .formatted(reviewResult))),
                justification,
                Spelling.duration("duration", duration));
    }
}
