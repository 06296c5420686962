package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The first answer to a request: approved by itself, or whom to ask. */
final class Considering {
    private Considering() {}

    static List<ApprovalEvent> answer(Consider c) {
        ActivationRequested request = c.request();
        Optional<Window> window = Window.of(request, null, c.at());
        if (window.isEmpty()) {
            // The window or the eligibility ended on the way here; nothing is left to decide about.
            return List.of(lapsed(c));
        }
        return request.policy().stages().isEmpty()
                ? List.of(approved(request, window.get(), c.at(), List.of()))
                : new Opening(request, 1, c.setting(), askers(request), c.at()).events();
    }

    static ActivationApproved approved(
            ActivationRequested request, Window window, Instant at, List<Decision> decisions) {
        return new ActivationApproved(
                request.key(),
                request.activationId(),
                request.eligibilityId(),
                window.start(),
                window.end(),
                at,
                decisions,
                window.tenure());
    }

    private static Set<String> askers(ActivationRequested request) {
        return Course.excluded(request, Stream.empty());
    }

    /** Where no stage is, the approval is named itself. */
    private static ApprovalLapsed lapsed(Consider c) {
        ActivationRequested request = c.request();
        String stage =
                c.setting().stages().isEmpty()
                        ? request.activationId()
                        : c.setting().stage(1).stageId();
        return new ApprovalLapsed(request.key(), request.activationId(), stage, c.at());
    }
}
