package dev.ephor.approval.domain;

import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Opens a stage, and never lets it wait for nobody: where those of its panels could not reach the
 * quorum, the backups are asked at once; where they could not either, it lapses at once.
 *
 * @param number the stage's place, from 1
 * @param excluded who never counts in it
 */
record Opening(
        ActivationRequested request,
        int number,
        Setting setting,
        Set<String> excluded,
        Instant at) {

    List<ApprovalEvent> events() {
        StagePeople people = setting.stage(number);
        List<String> panels = allowed(people.inPanels());
        ApprovalOpened opened = opened(panels, escalatesAt(people));
        if (isReachable(opened, null)) {
            return List.of(opened);
        }
        ApprovalOpened tooFew = opened(panels, at);
        ApprovalEscalated escalated = escalated(allowed(people.backups().stream()));
        return isReachable(tooFew, escalated)
                ? List.of(tooFew, escalated)
                : List.of(opened(List.of(), null), lapsed());
    }

    private boolean isReachable(ApprovalOpened opened, @Nullable ApprovalEscalated escalated) {
        var stage = new AskedStage(opened, null, escalated, List.of());
        return new Standing(stage, setting.stage(number), excluded).isReachable();
    }

    private List<String> allowed(Stream<String> people) {
        Set<String> seen = Persons.of(excluded);
        return people.filter(seen::add).toList();
    }

    private ApprovalOpened opened(List<String> approvers, @Nullable Instant escalatesAt) {
        return new ApprovalOpened(
                request.key(),
                request.activationId(),
                setting.stage(number).stageId(),
                number,
                approvers,
                at,
                lapsesAt(),
                remindsAt(),
                escalatesAt,
                setting.message());
    }

    private ApprovalEscalated escalated(List<String> backups) {
        return new ApprovalEscalated(
                request.key(),
                request.activationId(),
                setting.stage(number).stageId(),
                backups,
                at,
                setting.message());
    }

    private ApprovalLapsed lapsed() {
        return new ApprovalLapsed(
                request.key(), request.activationId(), setting.stage(number).stageId(), at);
    }

    /** Nothing can be approved when nothing would be left, so nobody is asked any longer. */
    private Instant lapsesAt() {
        Instant byPolicy = at.plus(shorter(rules().lapsesAfter(), setting.waiting().lapsesAfter()));
        return Window.lastChance(request, null)
                .filter(chance -> chance.isBefore(byPolicy))
                .orElse(byPolicy);
    }

    private @Nullable Instant remindsAt() {
        Duration own = rules().remindsAfter();
        return before(lapsesAt(), own == null ? setting.waiting().remindsAfter() : own);
    }

    private @Nullable Instant escalatesAt(StagePeople people) {
        return allowed(people.backups().stream()).isEmpty()
                ? null
                : before(lapsesAt(), rules().escalatesAfter());
    }

    private @Nullable Instant before(Instant end, @Nullable Duration after) {
        return after == null || !at.plus(after).isBefore(end) ? null : at.plus(after);
    }

    private static Duration shorter(Duration one, @Nullable Duration other) {
        return other != null && other.compareTo(one) < 0 ? other : one;
    }

    private Policy.Stage rules() {
        return request.policy().stages().get(number - 1);
    }
}
