package dev.ephor.approval.rest;

import dev.ephor.approval.application.Seen;
import dev.ephor.approval.domain.ApprovalState.Closed;
import dev.ephor.approval.domain.AskedStage;
import dev.ephor.approval.domain.StagePeople;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A stage with its panels, its times and what was decided.
 *
 * @param status in Graph's words: {@code Initializing}, {@code InProgress}, {@code Completed},
 *     {@code Expired}
 * @param note why it ended before its time, where nobody was left who could pass it; null: it did
 *     not
 * @param backups those asked at the escalation; those who would be, before it
 */
@Schema(name = "ApprovalStage")
public record NativeStage(
        String id,
        int number,
        String status,
        @Nullable String note,
        List<NativePanel> panels,
        List<Person> backups,
        boolean reasonRequired,
        @Nullable Times times,
        List<Given> decisions) {

    /** When what happened and happens; null: it did not, or will not. */
    @Schema(name = "ApprovalTimes")
    public record Times(
            Instant openedAt,
            @Nullable Instant remindsAt,
            @Nullable Instant remindedAt,
            @Nullable Instant escalatesAt,
            @Nullable Instant escalatedAt,
            Instant lapsesAt) {}

    /**
     * @param decision {@code approve} or {@code deny}
     */
    @Schema(name = "ApprovalDecision")
    public record Given(
            Person by,
            String decision,
            @Nullable String reason,
            @Nullable Duration duration,
            Instant at) {}

    static List<NativeStage> all(Seen seen, Person.Names names) {
        int opened = seen.course().stages().size();
        return Stream.concat(
                        seen.course().stages().stream().map(stage -> opened(seen, stage, names)),
                        Stream.iterate(opened + 1, n -> n + 1)
                                .limit(seen.setting().stages().size() - opened)
                                .map(n -> unopened(seen, n, names)))
                .toList();
    }

    private static NativeStage opened(Seen seen, AskedStage stage, Person.Names names) {
        StagePeople people = seen.setting().stage(stage.number());
        ApprovalEscalated escalated = stage.escalated();
        return new NativeStage(
                stage.id(),
                stage.number(),
                Review.of(seen.approval(), stage).status(),
                note(seen, stage),
                NativePanel.opened(seen, stage, names),
                names.persons(escalated == null ? people.backups() : escalated.approvers()),
                reasonRequired(seen, stage.number()),
                times(seen, stage),
                decisions(seen, stage, names));
    }

    private static NativeStage unopened(Seen seen, int number, Person.Names names) {
        StagePeople people = seen.setting().stage(number);
        return new NativeStage(
                people.stageId(),
                number,
                Review.unopened(seen.approval()).status(),
                null,
                NativePanel.unopened(people, names),
                names.persons(people.backups()),
                reasonRequired(seen, number),
                null,
                List.of());
    }

    private static boolean reasonRequired(Seen seen, int number) {
        return seen.course().request().policy().stages().get(number - 1).reasonRequired();
    }

    private static @Nullable String note(Seen seen, AskedStage stage) {
        return seen.approval() instanceof Closed(var course, ApprovalLapsed lapsed)
                        && stage.equals(course.current())
                        && lapsed.lapsedAt().isBefore(course.over())
                ? "Nobody was left who could have agreed for every panel."
                : null;
    }

    private static Times times(Seen seen, AskedStage stage) {
        ApprovalReminded reminded = stage.reminded();
        ApprovalEscalated escalated = stage.escalated();
        boolean isCurrent = stage.equals(seen.course().current());
        return new Times(
                stage.opened().openedAt(),
                stage.opened().remindsAt(),
                reminded == null ? null : reminded.remindedAt(),
                stage.opened().escalatesAt(),
                escalated == null ? null : escalated.escalatedAt(),
                isCurrent ? seen.course().over() : stage.opened().lapsesAt());
    }

    private static List<Given> decisions(Seen seen, AskedStage stage, Person.Names names) {
        var before =
                stage.given().stream()
                        .map(vote -> given("approve", vote.decision(), vote.givenAt(), names));
        boolean isCurrent = stage.equals(seen.course().current());
        Stream<Given> last =
                switch (seen.approval()) {
                    case Closed(_, ActivationApproved approved)
                            when isCurrent && !isAmong(stage, approved) ->
                            Stream.of(
                                    given(
                                            "approve",
                                            approved.decisions().getLast(),
                                            approved.approvedAt(),
                                            names));
                    case Closed(_, ActivationDenied denied) when isCurrent ->
                            Stream.of(given("deny", denied.decision(), denied.deniedAt(), names));
                    default -> Stream.empty();
                };
        return Stream.concat(before, last).toList();
    }

    /** Where a vote held again, the last one is among those before. */
    private static boolean isAmong(AskedStage stage, ActivationApproved approved) {
        return stage.voters().contains(approved.decisions().getLast().approver());
    }

    private static Given given(String said, Decision decision, Instant at, Person.Names names) {
        return new Given(
                names.person(decision.approver()),
                said,
                decision.reason(),
                decision.shortenedTo(),
                at);
    }
}
