package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is due when the timer wakes an approval: the end, or an escalation and a reminder. */
final class Waking {
    private Waking() {}

    static List<ApprovalEvent> events(Wake wake, Pending approval) {
        var advancing = Advancing.of(approval, wake.setting(), wake.at());
        AskedStage stage = approval.course().current();
        if (approval.course().isOver(wake.at())) {
            return List.of(advancing.lapsed());
        }
        boolean reminds = isDue(stage.remindsAt(), wake.at());
        boolean escalates = isDue(stage.escalatesAt(), wake.at());
        if (!reminds && !escalates) {
            return List.of();
        }
        List<ApprovalEvent> stuck = advancing.unlessReachable();
        if (!stuck.isEmpty()) {
            return stuck;
        }
        var events = new ArrayList<ApprovalEvent>();
        if (reminds) {
            events.add(advancing.reminded());
        }
        if (escalates) {
            events.add(advancing.escalated());
        }
        return events;
    }

    private static boolean isDue(@Nullable Instant planned, Instant now) {
        return planned != null && !planned.isAfter(now);
    }
}
