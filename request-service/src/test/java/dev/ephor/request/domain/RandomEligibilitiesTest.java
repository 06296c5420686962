package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.EligibilityEvent;
import dev.ephor.events.EligibilityEvent.EligibilityAssigned;
import dev.ephor.events.EligibilityEvent.EligibilityEnding;
import dev.ephor.events.EligibilityEvent.EligibilityExpired;
import dev.ephor.events.EligibilityEvent.EligibilityExtended;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionCanceled;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionDenied;
import dev.ephor.events.EligibilityEvent.EligibilityExtensionRequested;
import dev.ephor.events.EligibilityEvent.EligibilityRefused;
import dev.ephor.events.EligibilityEvent.EligibilityRemoved;
import dev.ephor.events.EligibilityEvent.EligibilityUpdated;
import dev.ephor.events.EligibilityEvent.OfEligibility;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.RequestAction;
import dev.ephor.request.domain.EligibilityCommand.Ask;
import dev.ephor.request.domain.EligibilityCommand.Deny;
import dev.ephor.request.domain.EligibilityCommand.Pass;
import dev.ephor.request.domain.EligibilityCommand.Withdraw;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked about the eligibilities of several groups: some things never happen. */
class RandomEligibilitiesTest {
    private static final int STEPS = 10_000;
    private static final Duration LONGEST = Duration.ofDays(60);
    private static final AdminRules RULES = new AdminRules(false, LONGEST, false, false, false);
    private static final RequestAction[] ACTIONS = {
        RequestAction.ADMIN_ASSIGN,
        RequestAction.ADMIN_UPDATE,
        RequestAction.ADMIN_EXTEND,
        RequestAction.ADMIN_RENEW,
        RequestAction.ADMIN_REMOVE,
        RequestAction.SELF_EXTEND,
        RequestAction.SELF_RENEW
    };

    private final EligibilityDecider decider = new EligibilityDecider();
    private final Map<String, Eligible> states = new HashMap<>();
    private final Map<Class<?>, Integer> counts = new HashMap<>();
    // The naive model: what has ended, and what is undecided.
    private final Set<String> over = new HashSet<>();
    private final Set<String> undecided = new HashSet<>();
    private final Set<String> warned = new HashSet<>();
    private Instant now = NOW;
    private int ids;

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void nobody_is_eligible_twice_beyond_the_policy_or_again_after_the_end(long seed) {
        // Given
        var random = new Random(seed);

        for (int i = 0; i < STEPS; i++) {
            // When
            now = now.plus(Duration.ofHours(random.nextInt(60)));
            String group = "group-" + random.nextInt(3);
            var key = new MembershipKey("tenant", group, "user-a", Access.MEMBER);
            decide(new Pass(key, now), null);
            decide(command(random, key), key);
        }

        // Then
        assertThat(counts).hasSize(10);
        assertThat(counts.values()).allMatch(count -> count > 5);
    }

    private EligibilityCommand command(Random random, MembershipKey key) {
        Example example = example(random, key);
        EligibilityRequest pending = state(key).pending();
        String request = pending == null ? "none" : pending.id();
        return switch (random.nextInt(10)) {
            case 0 -> new Deny(example.asking(), key, request, null, example.circumstances());
            case 1 ->
                    random.nextInt(4) == 0
                            ? new Withdraw(example.asking(), key, request, example.circumstances())
                            : new Pass(key, now);
            default ->
                    new Ask(example.asking(), example.wish(), example.circumstances(), "e" + ids++);
        };
    }

    private Example example(Random random, MembershipKey key) {
        RequestAction action = ACTIONS[random.nextInt(ACTIONS.length)];
        if (action == RequestAction.ADMIN_REMOVE && random.nextInt(4) > 0) {
            action = RequestAction.SELF_EXTEND;
        }
        Span[] spans = {
            new Span.Usual(),
            new Span.Lasting(Duration.ofDays(random.nextInt(70) - 2)),
            new Span.Until(now.plus(Duration.ofDays(random.nextInt(70) - 2))),
            new Span.Endless()
        };
        Example example =
                good().id("r" + ids++)
                        .at(now)
                        .of(key)
                        .action(action)
                        .span(spans[random.nextInt(spans.length)])
                        .under(
                                new PolicyDefined(
                                        key.tenant(),
                                        key.group(),
                                        key.access(),
                                        Example.LAX,
                                        RULES,
                                        AdminRules.ASSIGNMENT,
                                        List.of()));
        if (random.nextInt(8) == 0) {
            return example.by("stranger");
        }
        return action.isOfAdmin() || random.nextInt(8) == 0 ? example.byAdmin() : example;
    }

    private Eligible state(MembershipKey key) {
        return states.getOrDefault(key.group(), Eligible.NOTHING);
    }

    private void decide(EligibilityCommand command, @Nullable MembershipKey asked) {
        Eligible state = state(command.key());
        for (EligibilityEvent event : decider.decide(command, state)) {
            counts.merge(event.getClass(), 1, Integer::sum);
            check(event, state);
            state = decider.evolve(state, event);
        }
        states.put(command.key().group(), state);
        assertThat(state.pending() != null && over.contains("asked " + state.pending().id()))
                .isFalse();
        Eligibility live = state.live();
        if (live != null && asked != null) {
            assertThat(over).doesNotContain(live.id());
            assertThat(live.end()).isNotNull().isAfter(live.start());
        }
    }

    private void check(EligibilityEvent event, Eligible before) {
        if (event instanceof OfEligibility of
                && !(event instanceof EligibilityExtensionRequested)
                && !(event instanceof EligibilityExtensionDenied)
                && !(event instanceof EligibilityExtensionCanceled)) {
            assertThat(over).doesNotContain(of.eligibilityId());
        }
        switch (event) {
            case EligibilityAssigned e -> {
                assertThat(before.live()).isNull();
                assertThat(e.assignedBy()).isEqualTo("admin");
                within(e.start(), e.end());
            }
            case EligibilityUpdated e -> within(e.start(), e.end());
            case EligibilityExtended e -> {
                within(e.start(), e.end());
                assertThat(e.end()).isAfter(before.live().end());
            }
            case EligibilityRemoved e -> assertThat(over.add(e.eligibilityId())).isTrue();
            case EligibilityExpired e -> assertThat(over.add(e.eligibilityId())).isTrue();
            case EligibilityEnding e ->
                    assertThat(warned.add(e.eligibilityId() + e.end() + e.before())).isTrue();
            case EligibilityExtensionRequested e -> {
                assertThat(before.pending()).isNull();
                assertThat(undecided.add(e.requestId())).isTrue();
            }
            case EligibilityExtensionDenied e -> {
                assertThat(e.deniedBy()).isEqualTo("admin");
                assertThat(undecided.remove(e.requestId())).isTrue();
                over.add("asked " + e.requestId());
            }
            case EligibilityExtensionCanceled e -> {
                assertThat(e.canceledBy()).isNotEqualTo("stranger");
                assertThat(undecided.remove(e.requestId())).isTrue();
                over.add("asked " + e.requestId());
            }
            case EligibilityRefused e -> {
                assertThat(e.violations()).isNotEmpty();
                assertThat(e.broken()).isEmpty();
            }
        }
    }

    private void within(Instant start, @Nullable Instant end) {
        Instant from = start.isAfter(now) ? start : now;
        assertThat(end).isNotNull().isBeforeOrEqualTo(from.plus(LONGEST));
    }
}
