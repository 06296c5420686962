package dev.ephor.approval.rest;

import dev.ephor.approval.application.Seen;
import dev.ephor.approval.domain.AskedStage;
import dev.ephor.approval.domain.PanelPeople;
import dev.ephor.approval.domain.StagePeople;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Graph's {@code approvalStage}, as a person sees it. What was withdrawn is {@code Completed} and
 * {@code NotReviewed}.
 *
 * @param displayName the names of its panels; null: they have none
 * @param assignedToMe while it waits: whether that person can decide now; later: whether they were
 *     asked
 * @param reviewedBy who completed it, the last of several
 */
public record StageView(
        String id,
        @Nullable String displayName,
        boolean assignedToMe,
        String status,
        String reviewResult,
        @Nullable Person reviewedBy,
        @Nullable Instant reviewedDateTime,
        String justification) {

    /** All stages of the policy, opened or not. */
    static List<StageView> all(Seen seen, Person.Names names) {
        var opened = seen.course().stages();
        var unopened = seen.setting().stages().stream().skip(opened.size());
        return Stream.concat(
                        opened.stream().map(stage -> opened(seen, stage, names)),
                        unopened.map(people -> unopened(seen, people)))
                .toList();
    }

    private static StageView opened(Seen seen, AskedStage stage, Person.Names names) {
        Review review = Review.of(seen.approval(), stage);
        Decision decision = review.decision();
        return new StageView(
                stage.id(),
                name(seen.setting().stage(stage.number())),
                review.status().equals("InProgress")
                        ? seen.canDecide()
                        : stage.asked().contains(seen.by().principal()),
                review.status(),
                review.result(),
                decision == null ? null : names.person(decision.approver()),
                review.reviewedAt(),
                review.reason().orElse(""));
    }

    private static StageView unopened(Seen seen, StagePeople people) {
        Review review = Review.unopened(seen.approval());
        return new StageView(
                people.stageId(),
                name(people),
                false,
                review.status(),
                review.result(),
                null,
                null,
                "");
    }

    static @Nullable String name(StagePeople stage) {
        String names =
                stage.panels().stream()
                        .map(PanelPeople::name)
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(", "));
        return names.isEmpty() ? null : names;
    }
}
