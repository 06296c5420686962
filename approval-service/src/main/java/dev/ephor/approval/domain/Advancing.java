package dev.ephor.approval.domain;

import dev.ephor.approval.domain.ApprovalState.Pending;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What a stage that still waits does when it is looked at. */
record Advancing(Course course, Setting setting, Instant at) {

    static Advancing of(Pending approval, Setting setting, Instant at) {
        return new Advancing(approval.course(), setting, at);
    }

    /** Whether all have agreed whose word it takes. */
    boolean isPassed() {
        return Standing.of(course, setting).agreed().areFull();
    }

    /** What follows on it: the next stage, or that the activation is approved. */
    List<ApprovalEvent> passed() {
        if (course.isLastStage()) {
            // Nothing is passed after its time, so something of the window is left.
            Window window = Window.of(course.request(), course.shortest(), at).orElseThrow();
            return List.of(Considering.approved(course.request(), window, at, decisions()));
        }
        var voters = course.given().stream().map(given -> given.decision().approver());
        int next = course.current().number() + 1;
        Set<String> excluded = Course.excluded(course.request(), voters);
        return new Opening(course.request(), next, setting, excluded, at).events();
    }

    private List<Decision> decisions() {
        var standing = Standing.of(course, setting);
        return course.given().stream()
                .map(ApprovalGiven::decision)
                .filter(d -> isOfEarlierStage(d) || standing.mayDecide(d.approver()))
                .toList();
    }

    private boolean isOfEarlierStage(Decision decision) {
        return !decision.stageId().equals(course.current().id());
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
