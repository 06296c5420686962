package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first answer to a request: approved by itself, or whom to ask. */
final class Considering {
    private Considering() {}

    static ApprovalEvent answer(Consider c) {
        ActivationRequested request = c.request();
        Optional<Window> window = Window.of(request, c.at());
        List<Policy.Stage> stages = request.policy().stages();
        if (window.isEmpty()) {
            // The eligibility ended on the way here; there is nothing left to decide about.
            return new ApprovalLapsed(request.key(), request.activationId(), c.stageId(), c.at());
        }
        return switch (stages.size()) {
            case 0 -> approved(request, window.get(), c.at(), null);
            case 1 -> opened(c, stages.getFirst());
            default ->
                    throw new IllegalArgumentException(
                            "the policy of %s has %d approval stages; one can be served"
                                    .formatted(request.key(), stages.size()));
        };
    }

    static ActivationApproved approved(
            ActivationRequested request, Window window, Instant at, @Nullable Decision decision) {
        return new ActivationApproved(
                request.key(),
                request.activationId(),
                request.eligibilityId(),
                window.start(),
                window.end(),
                at,
                decision == null ? List.of() : List.of(decision),
                null);
    }

    private static ApprovalOpened opened(Consider c, Policy.Stage stage) {
        ActivationRequested request = c.request();
        return new ApprovalOpened(
                request.key(),
                request.activationId(),
                c.stageId(),
                1,
                others(stage, request.key().principal()),
                c.at(),
                lapsesAt(c, stage),
                null,
                null);
    }

    /** Nobody approves their own, so the requester is not asked. */
    private static List<String> others(Policy.Stage stage, String requester) {
        return stage.panels().stream()
                .flatMap(panel -> panel.approvers().stream())
                .flatMap(approver -> Stream.ofNullable(approver.id()))
                .filter(approver -> !approver.equalsIgnoreCase(requester))
                .distinct()
                .toList();
    }

    /** Nothing can be approved after the eligibility's end, so nobody is asked any longer. */
    private static Instant lapsesAt(Consider c, Policy.Stage stage) {
        Instant lapsesAt = c.at().plus(stage.lapsesAfter());
        Instant until = c.request().eligibleUntil();
        return until != null && until.isBefore(lapsesAt) ? until : lapsesAt;
    }
}
