package dev.ephor.approval.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalEscalated;
import dev.ephor.events.ApprovalEvent.ApprovalGiven;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.ApprovalEvent.ApprovalReminded;
import dev.ephor.events.ApprovalEvent.Decision;
import dev.ephor.events.Event;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A story that was told, and what is true of every story. Counts anew, by trying everything, what
 * the decider counts cleverly.
 */
final class ToldStory {
    private final ActivationRequested request;
    private final List<Event.AboutMembership> events = new ArrayList<>();

    ToldStory(ActivationRequested request) {
        this.request = request;
    }

    List<Event.AboutMembership> events() {
        return events;
    }

    void add(ApprovalCommand command, ApprovalState before, List<Event.AboutMembership> happened) {
        if (events.stream().anyMatch(ToldStory::isOutcome)) {
            assertThat(happened).as("ended stays ended").isEmpty();
        }
        events.addAll(happened);
        if (command instanceof Decide decide && !happened.isEmpty()) {
            assertPassedBy(decide, before, happened);
        }
    }

    void assertInvariants() {
        assertThat(of(ActivationRequested.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(events.stream().filter(ToldStory::isOutcome).count())
                .as("every story ends once")
                .isLessThanOrEqualTo(1);
        if (!of(ActivationRequested.class).isEmpty()) {
            assertThat(isOutcome(events.getLast())).as("what was heard of ends").isTrue();
        }
        assertThat(of(ApprovalOpened.class).stream().map(ApprovalOpened::stage))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, of(ApprovalOpened.class).size()).boxed().toList());
        of(ActivationApproved.class).forEach(this::assertWindow);
        assertNobodyTwice();
        assertNobodysOwn();
    }

    private void assertNobodyTwice() {
        var voters = new HashSet<String>();
        of(ApprovalGiven.class)
                .forEach(
                        vote -> assertThat(voters.add(lower(vote.decision().approver()))).isTrue());
        of(ActivationDenied.class)
                .forEach(
                        denied ->
                                assertThat(voters.add(lower(denied.decision().approver())))
                                        .isTrue());
    }

    private void assertNobodysOwn() {
        Stream<String> asked =
                Stream.of(
                                of(ApprovalOpened.class).stream().map(ApprovalOpened::approvers),
                                of(ApprovalEscalated.class).stream()
                                        .map(ApprovalEscalated::approvers),
                                of(ApprovalReminded.class).stream()
                                        .map(ApprovalReminded::approvers))
                        .flatMap(s -> s)
                        .flatMap(List::stream);
        Stream<String> decided =
                Stream.concat(
                                of(ApprovalGiven.class).stream().map(ApprovalGiven::decision),
                                of(ActivationApproved.class).stream()
                                        .flatMap(approved -> approved.decisions().stream()))
                        .map(Decision::approver);
        assertThat(Stream.concat(asked, decided).map(ToldStory::lower)).doesNotContain("dana");
    }

    private void assertWindow(ActivationApproved approved) {
        assertThat(approved.start())
                .isBefore(approved.end())
                .isAfterOrEqualTo(approved.approvedAt());
        assertThat(approved.decisions().isEmpty()).isEqualTo(request.policy().stages().isEmpty());
        Duration most =
                Stream.concat(
                                Stream.of(request.duration()),
                                Stream.concat(
                                                of(ApprovalGiven.class).stream()
                                                        .map(ApprovalGiven::decision),
                                                approved.decisions().stream())
                                        .map(Decision::shortenedTo))
                        .filter(Objects::nonNull)
                        .min(Duration::compareTo)
                        .orElseThrow();
        assertThat(Duration.between(approved.start(), approved.end())).isLessThanOrEqualTo(most);
        if (request.eligibleUntil() != null) {
            assertThat(approved.end()).isBeforeOrEqualTo(request.eligibleUntil());
        }
        if (request.policy().clock() == WindowClock.REQUEST) {
            var from = request.start() == null ? request.requestedAt() : request.start();
            assertThat(approved.end()).isBeforeOrEqualTo(from.plus(most));
        }
    }

    /** Who decided counted, and a stage that was passed had every quorum of those who count. */
    private void assertPassedBy(
            Decide decide, ApprovalState before, List<Event.AboutMembership> happened) {
        var course = ((ApprovalState.Asked) before).course();
        var rules = course.rules();
        assertThat(decide.setting().suspended().contains(decide.by().principal())).isFalse();
        if (rules.reasonRequired()) {
            assertThat(decide.verdict().reason()).isNotNull();
        }
        if (rules.stepUp() != null) {
            assertThat(decide.by().assurance().amr()).contains("mfa");
        }
        boolean isPassed =
                happened.getLast() instanceof ActivationApproved
                        || happened.stream().anyMatch(ApprovalOpened.class::isInstance);
        if (isPassed) {
            var stage = course.current();
            var voters = new ArrayList<>(stage.voters());
            voters.add(decide.by().principal());
            voters.removeIf(voter -> decide.setting().suspended().contains(voter));
            var people = decide.setting().stage(stage.number());
            assertThat(
                            suffice(
                                    people,
                                    stage,
                                    voters,
                                    people.panels().stream().map(PanelPeople::quorum).toList()))
                    .as("every quorum is reached by those who count")
                    .isTrue();
        }
    }

    /** By trying everything. */
    private static boolean suffice(
            StagePeople people, AskedStage stage, List<String> voters, List<Integer> missing) {
        if (missing.stream().allMatch(m -> m <= 0)) {
            return true;
        }
        if (voters.isEmpty()) {
            return false;
        }
        String voter = lower(voters.getFirst());
        var others = voters.subList(1, voters.size());
        for (int panel = 0; panel < missing.size(); panel++) {
            if (missing.get(panel) > 0 && counts(people, stage, voter, panel)) {
                var then = new ArrayList<>(missing);
                then.set(panel, missing.get(panel) - 1);
                if (suffice(people, stage, others, then)) {
                    return true;
                }
            }
        }
        return suffice(people, stage, others, missing);
    }

    private static boolean counts(StagePeople people, AskedStage stage, String who, int panel) {
        boolean isBackup =
                stage.escalated() != null
                        && has(stage.escalated().approvers(), who)
                        && has(people.backups(), who);
        return isBackup
                || (has(people.panels().get(panel).people(), who)
                        && (has(stage.opened().approvers(), who)
                                || (stage.escalated() != null
                                        && has(stage.escalated().approvers(), who))));
    }

    private static boolean has(List<String> people, String who) {
        return people.stream().map(ToldStory::lower).anyMatch(who::equals);
    }

    private static String lower(String person) {
        return person.toLowerCase(Locale.ROOT);
    }

    private static boolean isOutcome(Event event) {
        return event instanceof ActivationApproved
                || event instanceof ActivationDenied
                || event instanceof ApprovalLapsed
                || (event instanceof RequestEvent && !(event instanceof ActivationRequested));
    }

    private <T> List<T> of(Class<T> type) {
        return events.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
