package dev.ephor.approval.domain;

import static dev.ephor.approval.domain.Scene.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.approval.domain.ApprovalCommand.Choice;
import dev.ephor.approval.domain.ApprovalCommand.Consider;
import dev.ephor.approval.domain.ApprovalCommand.Decide;
import dev.ephor.approval.domain.ApprovalCommand.TakeBack;
import dev.ephor.approval.domain.ApprovalCommand.Verdict;
import dev.ephor.approval.domain.ApprovalCommand.Wake;
import dev.ephor.approval.domain.ApprovalState.Asked;
import dev.ephor.events.Assurance;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Approver;
import dev.ephor.events.Policy.WindowClock;
import dev.ephor.events.RequestEvent.ActivationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes in whatever order, some things never happen. */
class RandomStoriesTest {
    private static final List<String> PEOPLE =
            List.of("dana", "DANA", "arno", "bea", "cleo", "finn", "sven", "mona", "dora", "Zoe");
    private static final int STORIES_PER_SEED = 1_500;
    private static final int COMMANDS = 20;

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
            var told = play(random);
            told.events().forEach(event -> seen.add(event.getClass()));

            // Then
            told.assertInvariants();
        }
        assertThat(seen).as("the stories get everywhere").hasSize(11);
    }

    private ToldStory play(Random random) {
        ActivationRequested request = request(random);
        var told = new ToldStory(request);
        ApprovalState state = ApprovalState.UNSEEN;
        Instant now = T0;
        for (int i = 0; i < COMMANDS; i++) {
            now = now.plusSeconds(random.nextInt(3 * 3600));
            Setting setting = town(random).setting(request);
            ApprovalCommand command = command(random, state, request, setting, now);
            var happened = approving.decide(command, state);
            told.add(command, state, happened);
            state = approving.replay(state, happened);
        }
        // However it went: once the last moment has passed, nothing waits any more.
        var last = new Wake(Town.AS_USUAL.setting(request), now.plus(Duration.ofDays(9)));
        var ending = approving.decide(last, state);
        told.add(last, state, ending);
        assertThat(approving.replay(state, ending)).isNotInstanceOf(ApprovalState.Pending.class);
        return told;
    }

    private static ApprovalCommand command(
            Random random,
            ApprovalState state,
            ActivationRequested r,
            Setting setting,
            Instant at) {
        return switch (random.nextInt(12)) {
            case 0, 1 -> new Consider(r, setting, at);
            case 2, 3 -> new Wake(setting, at);
            case 4 ->
                    random.nextInt(3) == 0
                            ? new TakeBack(pick(random, withdrawals(at)))
                            : new Wake(setting, at);
            default -> decide(random, state, setting, at);
        };
    }

    private static Decide decide(Random random, ApprovalState state, Setting setting, Instant at) {
        var duration = random.nextInt(3) > 0 ? null : Duration.ofMinutes(random.nextInt(180) - 10);
        var choice = random.nextInt(6) == 0 ? Choice.DENY : Choice.APPROVE;
        String stage =
                state instanceof Asked asked && random.nextInt(8) > 0
                        ? asked.course().current().id()
                        : "stage-" + (1 + random.nextInt(3));
        return new Decide(
                person(pick(random, PEOPLE), assurance(random, at)),
                stage,
                new Verdict(choice, random.nextInt(4) > 0 ? "because" : null, duration),
                setting,
                at);
    }

    /** People come and go between any two commands. */
    private static Town town(Random random) {
        var town = Town.AS_USUAL;
        if (random.nextInt(4) == 0) {
            town = town.with("security", pick(random, PEOPLE), "cleo");
        }
        if (random.nextInt(3) == 0) {
            town = town.suspending(pick(random, PEOPLE));
        }
        return random.nextInt(3) == 0 ? town.without(pick(random, PEOPLE)) : town;
    }

    private static ActivationRequested request(Random random) {
        var stages = IntStream.range(0, random.nextInt(4)).mapToObj(_ -> stage(random)).toList();
        var policy =
                policy(stages.toArray(Policy.Stage[]::new))
                        .change()
                        .clock(pick(random, List.of(WindowClock.values())))
                        .outlivesEligibility(random.nextBoolean())
                        .build();
        var start = random.nextBoolean() ? null : T0.plusSeconds(random.nextInt(36 * 3600));
        var until = random.nextInt(3) > 0 ? null : T0.plusSeconds(random.nextInt(48 * 3600));
        return requested(policy, start, until);
    }

    private static Policy.Stage stage(Random random) {
        var panels =
                IntStream.range(0, 1 + random.nextInt(2)).mapToObj(_ -> panel(random)).toList();
        return new Policy.Stage(
                panels,
                random.nextBoolean() ? List.of() : List.of(Approver.user("zoe")),
                random.nextBoolean() ? null : Duration.ofHours(1 + random.nextInt(24)),
                random.nextBoolean() ? null : Duration.ofHours(1 + random.nextInt(24)),
                Duration.ofHours(1 + random.nextInt(48)),
                random.nextInt(4) == 0 ? MFA : null,
                random.nextInt(4) == 0);
    }

    private static Policy.Panel panel(Random random) {
        return switch (random.nextInt(5)) {
            case 0 -> new Policy.Panel(null, List.of(), 1);
            case 1 -> new Policy.Panel("manager", List.of(Approver.manager()), 1);
            case 2 -> ofGroup(1 + random.nextInt(2), "security");
            case 3 -> ofGroup(1 + random.nextInt(2), "finance");
            default -> Scene.panel(1 + random.nextInt(2), "arno", "bea", "dana", "finn");
        };
    }

    private static Assurance assurance(Random random, Instant now) {
        return random.nextInt(3) == 0 ? weak() : strong(now.minusSeconds(random.nextInt(1000)));
    }

    private static <T> T pick(Random random, List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
