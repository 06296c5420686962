package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.SignedIn;
import java.util.List;

/** Graph's {@code approval}, as a person sees it. */
public record ApprovalView(
        @JsonProperty("@odata.context") String context, String id, List<StageView> stages) {

    static ApprovalView of(String context, Asked approval, SignedIn person) {
        return new ApprovalView(
                context,
                approval.stage().request().activationId(),
                List.of(StageView.of(approval, person)));
    }
}
