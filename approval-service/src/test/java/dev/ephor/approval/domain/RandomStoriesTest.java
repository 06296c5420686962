package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.events.ApprovalEvent;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ActivationDenied;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.ApprovalEvent.ApprovalOpened;
import dev.ephor.events.Assurance;
import dev.ephor.events.Event;
import dev.ephor.events.Policy;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in whatever order, some things never happen. */
class RandomStoriesTest {
    private static final List<String> PEOPLE = List.of("dana", "arno", "bea", "zoe", "DANA");
    private static final int STORIES_PER_SEED = 2_000;
    private static final int COMMANDS = 14;

    private final Approving approving = new Approving();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 10);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void invariants_hold(long seed) {
        // Given
        var random = new Random(seed);
        var seen = new HashSet<Class<?>>();

        // When
        for (int i = 0; i < STORIES_PER_SEED; i++) {
            var story = play(random);
            story.forEach(event -> seen.add(event.getClass()));

            // Then
            assertInvariants(story);
        }
        assertThat(seen).as("the stories get everywhere").hasSize(6);
    }

    private List<Event.AboutMembership> play(Random random) {
        var story = new ArrayList<Event.AboutMembership>();
        ActivationRequested request = request(random);
        ApprovalState state = ApprovalState.UNSEEN;
        Instant now = T0;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plusSeconds(random.nextInt(6 * 3600));
            List<Event.AboutMembership> happened =
                    approving.decide(command(random, request, now), state);
            state = approving.replay(state, happened);
            story.addAll(happened);
        }
        return story;
    }

    private static ApprovalCommand command(Random random, ActivationRequested r, Instant now) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> new Consider(r, STAGE, now);
            case 3 -> lapse(now);
            case 4 -> random.nextInt(4) == 0 ? takeBack(now) : lapse(now);
            default ->
                    new Decide(
                            person(pick(random, PEOPLE), assurance(random, now)),
                            pick(random, List.of(Choice.values())),
                            random.nextBoolean() ? "because" : null,
                            now);
        };
    }

    private static ActivationRequested request(Random random) {
        var stage =
                Policy.Stage.anyOf(
                        PEOPLE.stream().filter(_ -> random.nextInt(3) > 0).toList(),
                        Duration.ofHours(1 + random.nextInt(48)),
                        random.nextBoolean() ? MFA : null,
                        random.nextBoolean());
        var policy = random.nextInt(4) == 0 ? policy() : policy(stage);
        var start = random.nextBoolean() ? null : T0.plusSeconds(random.nextInt(36 * 3600));
        var until = random.nextBoolean() ? null : T0.plusSeconds(random.nextInt(48 * 3600));
        return requested(policy, start, until);
    }

    private static Assurance assurance(Random random, Instant now) {
        return random.nextBoolean() ? weak() : strong(now.minusSeconds(random.nextInt(1800)));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }

    private static void assertInvariants(List<Event.AboutMembership> story) {
        assertThat(of(story, ActivationRequested.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(of(story, ApprovalOpened.class)).hasSizeLessThanOrEqualTo(1);
        assertThat(story.stream().filter(RandomStoriesTest::isOutcome))
                .as("one outcome: %s", story)
                .hasSizeLessThanOrEqualTo(1);
        if (!story.isEmpty() && isOutcome(story.getFirst())) {
            assertThat(story).hasSize(1).first().isInstanceOf(DeactivationRequested.class);
        }
        if (story.stream().anyMatch(RandomStoriesTest::isOutcome)) {
            assertThat(story.getLast()).matches(RandomStoriesTest::isOutcome);
        }
        of(story, ActivationApproved.class).forEach(event -> assertApproved(event, story));
        of(story, ActivationDenied.class).forEach(event -> assertDecided(event.decision(), story));
        of(story, ApprovalLapsed.class).forEach(event -> assertLapsed(event, story));
    }

    private static void assertApproved(
            ActivationApproved approved, List<Event.AboutMembership> story) {
        var request = of(story, ActivationRequested.class).getFirst();
        assertThat(approved.start())
                .isBefore(approved.end())
                .isAfterOrEqualTo(approved.approvedAt());
        assertThat(Duration.between(approved.start(), approved.end()))
                .isLessThanOrEqualTo(request.duration());
        if (request.start() != null) {
            assertThat(approved.start()).isAfterOrEqualTo(request.start());
        }
        if (request.eligibleUntil() != null) {
            assertThat(approved.end()).isBeforeOrEqualTo(request.eligibleUntil());
        }
        assertThat(approved.decisions().getLast() == null)
                .isEqualTo(request.policy().stages().isEmpty());
        if (!approved.decisions().isEmpty()) {
            assertDecided(approved.decisions().getLast(), story);
            assertThat(approved.approvedAt())
                    .isBefore(of(story, ApprovalOpened.class).getFirst().lapsesAt());
        }
    }

    private static void assertDecided(
            ApprovalEvent.Decision decision, List<Event.AboutMembership> story) {
        var stage = of(story, ActivationRequested.class).getFirst().policy().stages().getFirst();
        assertThat(decision.approver()).isNotEqualToIgnoringCase(KEY.principal());
        assertThat(stage.panels().getFirst().approvers())
                .contains(Policy.Approver.user(decision.approver()));
        assertThat(of(story, ApprovalOpened.class).getFirst().approvers())
                .contains(decision.approver());
        if (stage.reasonRequired()) {
            assertThat(decision.reason()).isNotBlank();
        }
        if (stage.stepUp() != null) {
            assertThat(decision.assurance().amr()).contains("mfa");
        }
    }

    private static void assertLapsed(ApprovalLapsed lapsed, List<Event.AboutMembership> story) {
        of(story, ApprovalOpened.class)
                .forEach(
                        opened ->
                                assertThat(lapsed.lapsedAt()).isAfterOrEqualTo(opened.lapsesAt()));
    }

    private static boolean isOutcome(Event event) {
        return event instanceof ActivationApproved
                || event instanceof ActivationDenied
                || event instanceof ApprovalLapsed
                || event instanceof DeactivationRequested;
    }

    private static <T> List<T> of(List<? extends Event> story, Class<T> type) {
        return story.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
