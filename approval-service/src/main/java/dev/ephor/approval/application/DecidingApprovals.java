package dev.ephor.approval.application;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.approval.domain.DecisionPolicy;
import dev.ephor.approval.domain.Refusal;
import dev.ephor.approval.domain.Setting;
import dev.ephor.approval.domain.SignedIn;
import dev.ephor.kit.journal.Cause;
import dev.ephor.kit.journal.VersionConflict;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes an approver's decision. */
@ApplicationScoped
public class DecidingApprovals {
    private final Approvals approvals;
    private final Settings settings;
    private final Saying saying;

    DecidingApprovals(Approvals approvals, Settings settings, Saying saying) {
        this.approvals = approvals;
        this.settings = settings;
        this.saying = saying;
    }

    /**
     * What somebody says about an approval.
     *
     * @param stageId null: the stage that waits
     */
    public record Wish(
            String approvalId,
            @Nullable String stageId,
            SignedIn by,
            Verdict verdict,
            Instant at) {}

    /** What became of a decision. */
    public sealed interface Answer {
        record Taken() implements Answer {}

        record Refused(Refusal why) implements Answer {}

        /** There is no such approval or stage, or it is none of their business. */
        record Unknown() implements Answer {}
    }

    /**
     * @throws VersionConflict when something else happened to the approval at the same moment; to
     *     be tried again
     */
    @Transactional
    public Answer decide(Wish wish) {
        Optional<Approval> found = approvals.find(wish.approvalId());
        return found.map(Approval::state)
                .filter(Asked.class::isInstance)
                .map(Asked.class::cast)
                .filter(asked -> asked.course().isVisibleTo(wish.by()))
                .flatMap(asked -> command(wish, asked))
                .map(command -> decide(command, found.orElseThrow()))
                .orElseGet(Answer.Unknown::new);
    }

    private Answer decide(Decide command, Approval approval) {
        var refusal = DecisionPolicy.refusal(command, (Asked) approval.state());
        if (refusal.isPresent()) {
            return new Answer.Refused(refusal.get());
        }
        var cause = new Cause(approval.activationId(), null, approval.traceparent(), command.at());
        saying.keep(List.of(saying.decide(command, approval, cause)));
        return new Answer.Taken();
    }

    private Optional<Decide> command(Wish wish, Asked asked) {
        Setting setting = settings.of(asked.course().request());
        String stageId = wish.stageId() == null ? asked.course().current().id() : wish.stageId();
        boolean isKnown =
                setting.stages().stream().anyMatch(stage -> stage.stageId().equals(stageId));
        return isKnown
                ? Optional.of(new Decide(wish.by(), stageId, wish.verdict(), setting, wish.at()))
                : Optional.empty();
    }
}
