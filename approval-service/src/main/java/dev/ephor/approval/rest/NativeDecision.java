package dev.ephor.approval.rest;

import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.kit.rest.ApiError;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The body of a decision.
 *
 * @param decision {@code approve} or {@code deny}
 * @param duration the window that is agreed to at most; null: as asked for
 */
public record NativeDecision(
        @Schema(
                        enumeration = {"approve", "deny"},
                        required = true)
                @Nullable String decision,
        @Nullable String reason,
        @Schema(description = "ISO 8601, such as PT1H; only with approve")
                @Nullable String duration) {

    /**
     * @throws ApiError 400 when it is neither, or the duration is none
     */
    Verdict verdict() {
        if (decision == null || decision.isBlank()) {
            throw ApiError.badRequest("decision is missing: approve or deny.");
        }
        return new Verdict(
                Spelling.choice(decision)
                        .orElseThrow(
                                () ->
                                        ApiError.badRequest(
                                                "decision '%s' is neither approve nor deny."
                                                        .formatted(decision))),
                reason,
                Spelling.duration("duration", duration));
    }
}
