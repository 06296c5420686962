package dev.ephor.approval.rest;

import dev.ephor.approval.application.DecidingApprovals;
import dev.ephor.approval.application.DecidingApprovals.Answer;
import dev.ephor.approval.application.DecidingApprovals.Wish;
import dev.ephor.kit.rest.ApiError;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets somebody decide, and says in the API's words where they may not. */
@ApplicationScoped
class Deeds {
    private final DecidingApprovals deciding;

    Deeds(DecidingApprovals deciding) {
        this.deciding = deciding;
    }

    /**
     * @throws ApiError why it is not taken
     */
    void decide(Wish wish) {
        switch (deciding.decide(wish)) {
            case Answer.Taken _ -> {}
            case Answer.Refused refused -> throw RefusalAnswers.of(refused.why(), wish.by());
            case Answer.Unknown _ -> throw unknown(wish);
        }
    }

    private static ApiError unknown(Wish wish) {
        String approval = "pproval '" + wish.approvalId() + "'";
        return ApiError.notFound(
                wish.stageId() == null
                        ? "A" + approval
                        : "Stage '%s' of a%s".formatted(wish.stageId(), approval));
    }
}
