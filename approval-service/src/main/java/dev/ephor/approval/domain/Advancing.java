package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a stage that still waits does without anybody deciding. */
record Advancing(Course course, Setting setting, Instant at) {

    static Advancing of(Pending approval, Setting setting, Instant at) {
        return new Advancing(approval.course(), setting, at);
    }

    /**
     * A stage that nobody can pass any more is not waited for: the backups are asked, or it ends.
     */
    List<ApprovalEvent> unlessReachable() {
        if (Standing.of(course, setting).isReachable()) {
            return List.of();
        }
        if (course.current().escalated() != null) {
            return List.of(lapsed());
        }
        ApprovalEscalated escalated = escalated();
        Course then = course.change(stage -> stage.with(escalated));
        return List.of(Standing.of(then, setting).isReachable() ? escalated : lapsed());
    }

    ApprovalReminded reminded() {
        ActivationRequested request = course.request();
        List<String> silent = Standing.of(course, setting).silent();
        return new ApprovalReminded(
                request.key(),
                request.activationId(),
                course.current().id(),
                silent,
                at,
                setting.message());
    }

    /** To the backups who count by now and have not decided. */
    ApprovalEscalated escalated() {
        ActivationRequested request = course.request();
        Set<String> seen = course.excluded();
        seen.addAll(course.current().voters());
        List<String> backups =
                setting.stage(course.current().number()).backups().stream()
                        .filter(seen::add)
                        .toList();
        return new ApprovalEscalated(
                request.key(),
                request.activationId(),
                course.current().id(),
                backups,
                at,
                setting.message());
    }

    ApprovalLapsed lapsed() {
        ActivationRequested request = course.request();
        return new ApprovalLapsed(request.key(), request.activationId(), course.current().id(), at);
    }
}
