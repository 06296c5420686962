package dev.ephor.approval.rest;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.SignedIn;
import java.util.List;

/** Graph's collection of {@code approvalStage}. */
public record StagesView(@JsonProperty("@odata.context") String context, List<StageView> value) {

    static StagesView of(String context, Asked approval, SignedIn person) {
        return new StagesView(context, List.of(StageView.of(approval, person)));
    }
}
