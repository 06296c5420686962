package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is due when an approval is looked at: the end, what follows on a stage that is passed (a
 * vote holds again), or an escalation and a reminder.
 */
final class Waking {
    private Waking() {}

    static List<ApprovalEvent> events(Wake wake, Pending approval) {
        var advancing = Advancing.of(approval, wake.setting(), wake.at());
        if (approval.course().isOver(wake.at())) {
            return List.of(advancing.lapsed());
        }
        if (advancing.isPassed()) {
            return advancing.passed();
        }
        List<ApprovalEvent> planned = planned(advancing, approval.course().current());
        List<ApprovalEvent> stuck = planned.isEmpty() ? List.of() : advancing.unlessReachable();
        return stuck.isEmpty() ? planned : stuck;
    }

    private static List<ApprovalEvent> planned(Advancing advancing, AskedStage stage) {
        var events = new ArrayList<ApprovalEvent>();
        if (isDue(stage.remindsAt(), advancing.at())) {
            events.add(advancing.reminded());
        }
        if (isDue(stage.escalatesAt(), advancing.at())) {
            events.add(advancing.escalated());
        }
        return events;
    }

    private static boolean isDue(@Nullable Instant planned, Instant now) {
        return planned != null && !planned.isAfter(now);
    }
}
