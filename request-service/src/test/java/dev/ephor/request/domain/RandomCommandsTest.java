package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Access;
import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.CatalogEvent.AdminRules;
import dev.ephor.events.CatalogEvent.PolicyDefined;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.MembershipKey;
import dev.ephor.events.Policy;
import dev.ephor.events.Policy.Incompatible;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestAction;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import dev.ephor.events.Scope;
import dev.ephor.events.ScopeKind;
import dev.ephor.request.domain.Command.Clear;
import dev.ephor.request.domain.Command.Drop;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is asked of several groups, by whomever, whatever is heard and in whatever order: some
 * things never happen. The model beside it is as naive as can be: the ids that have ended.
 */
class RandomCommandsTest {
    private static final int STEPS = 15_000;
    private static final List<String> GROUPS = List.of("admins", "payments", "audit");
    private static final AdminRules ADMIN =
            new AdminRules(true, Duration.ofDays(2), false, false, false);

    private enum Outcome {
        REQUESTED,
        EXTENDED,
        ASSIGNED,
        REFUSED,
        GIVEN_BACK,
        CANCELED,
        REVOKED
    }

    private final ActivationDecider decider = new ActivationDecider();
    private final Set<String> over = new HashSet<>();
    private final Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
    private final Map<String, Suspension> suspended = new HashMap<>();
    private Held held = Held.NOTHING;
    private Instant now = NOW;
    private int ids;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void never_two_live_in_one_window_nothing_revived_no_window_beyond_the_policy(long seed) {
        // Given
        var random = new Random(seed);

        for (int i = 0; i < STEPS; i++) {
            // When
            now = now.plus(Duration.ofMinutes(random.nextInt(30)));
            step(random);

            // Then
            assertNoTwoWindowsOverlap();
            assertNothingIncompatibleIsHeld();
            forget();
        }
        assertThat(counts).hasSize(Outcome.values().length);
        assertThat(counts.values()).allMatch(count -> count > 20);
    }

    private void step(Random random) {
        Example example = example(random, GROUPS.get(random.nextInt(GROUPS.size())));
        switch (random.nextInt(12)) {
            case 0, 1, 2 -> decide(example.submit(), example);
            case 3 -> any(random, one -> extend(random, one, RequestAction.SELF_EXTEND));
            case 4 -> decide(example.action(RequestAction.ADMIN_ASSIGN).submit(), example);
            case 5 -> any(random, one -> extend(random, one, admins(random)));
            case 6 -> decide(example.deactivate(), example);
            case 7 -> decide(example.remove(), example);
            case 8 -> any(random, one -> decide(example.cancel(one.id()), example));
            case 9 -> any(random, one -> decide(example.recheck(one.id()), example));
            default -> any(random, one -> hear(random, one));
        }
        if (random.nextInt(200) == 0) {
            clear(random, example);
        }
        if (random.nextInt(200) == 0) {
            var asking = example.recheck("x").asking();
            decide(new Drop(asking, a -> true, "gone", random.nextBoolean()), example);
        }
    }

    /** The kill switch, or a suspension alone; of the group that the example is about. */
    private void clear(Random random, Example example) {
        boolean revokes = random.nextBoolean();
        Scope scope = new Scope("tenant", ScopeKind.GROUP, example.wish().key().group());
        Instant until = random.nextBoolean() ? null : now.plus(Duration.ofHours(3));
        var order = new Order("o", scope, revokes, true, until, "soc", "api", "risk", now);
        suspended.put(scope.id(), new Suspension(scope, until));
        var asking = example.recheck("x").asking();
        List<Activation> before = held.live(example.wish().key(), now);
        List<Activation> all = held.activations();
        held = new Held(before);
        List<RequestEvent> ended = decider.decide(new Clear(asking, order), held);
        assertThat(ended).hasSizeLessThanOrEqualTo(before.size());
        assertThat(!revokes || ended.size() == before.size()).isTrue();
        held = new Held(all);
        decide(new Drop(asking, a -> isAmong(ended, a), "risk", true), example);
    }

    private static boolean isAmong(List<RequestEvent> events, Activation activation) {
        return events.stream().anyMatch(e -> e.activationId().equals(activation.id()));
    }

    private static RequestAction admins(Random random) {
        return random.nextBoolean() ? RequestAction.ADMIN_EXTEND : RequestAction.ADMIN_UPDATE;
    }

    private void extend(Random random, Activation one, RequestAction action) {
        Example example = example(random, one.key().group()).action(action);
        if (random.nextBoolean()) {
            example = example.lasting(Duration.ofHours(2));
        }
        decide(example.submit(), example);
    }

    private Example example(Random random, String group) {
        var key = new MembershipKey("tenant", group, "user-a", Access.MEMBER);
        Span[] spans = {
            new Span.Usual(),
            new Span.Lasting(Duration.ZERO),
            new Span.Lasting(Duration.ofHours(1 + random.nextInt(12))),
            new Span.Until(now.plus(Duration.ofHours(random.nextInt(20)))),
            new Span.Endless()
        };
        Example example =
                good().id("r" + ids++)
                        .at(now)
                        .of(key)
                        .with(Example.signedIn(Example.MFA, now))
                        .span(spans[random.nextInt(spans.length)])
                        .under(terms(key, random.nextBoolean()))
                        .beside(
                                GROUPS.stream()
                                        .map(g -> terms(of(key, g), false))
                                        .toArray(PolicyDefined[]::new))
                        .eligible(new Eligibility("e-" + group, key, NOW, null));
        Suspension standing = suspended.get(group);
        if (standing != null && random.nextInt(40) == 0) {
            suspended.remove(group);
        } else if (standing != null) {
            example = example.suspended(standing);
        }
        if (random.nextInt(4) == 0) {
            example = example.start(now.plus(Duration.ofHours(random.nextInt(48))));
        }
        return switch (random.nextInt(8)) {
            case 0 -> example.by("stranger");
            case 1 -> example.eligible((Eligibility) null);
            case 2, 3, 4 -> example.byAdmin().by("admin");
            default -> example;
        };
    }

    private static MembershipKey of(MembershipKey key, String group) {
        return new MembershipKey(key.tenant(), group, key.principal(), key.access());
    }

    /** Payments and audit do not go together; only payments says so. */
    private static PolicyDefined terms(MembershipKey key, boolean strict) {
        Policy policy = strict ? Example.STRICT : Example.LAX;
        if (key.group().equals("payments")) {
            policy =
                    policy.change()
                            .incompatible(List.of(new Incompatible("audit", null, List.of(), null)))
                            .build();
        }
        return new PolicyDefined(
                key.tenant(),
                key.group(),
                key.access(),
                policy,
                AdminRules.ELIGIBILITY,
                ADMIN,
                List.of());
    }

    private void decide(Command command, Example asked) {
        List<RequestEvent> events = decider.decide(command, held);
        for (RequestEvent event : events) {
            assertThat(over.contains(event.activationId())).as(event.activationId()).isFalse();
            count(
                    switch (event) {
                        case ActivationRequested e -> requested(e, asked);
                        case ActivationRefused e -> refused(e);
                        case ActivationCanceled e -> canceled(e);
                        case RevocationRequested _ -> Outcome.REVOKED;
                        case DeactivationRequested e -> givenBack(e);
                    });
        }
        held = decider.replay(held, events);
        remember();
    }

    private void count(Outcome outcome) {
        counts.merge(outcome, 1, Integer::sum);
    }

    private Outcome requested(ActivationRequested e, Example asked) {
        boolean admin = e.action().isOfAdmin();
        assertThat(e.requestedBy()).isEqualTo(admin ? "admin" : "user-a");
        assertThat(admin || asked.circumstances().eligibility() != null).isTrue();
        assertThat(asked.circumstances().suspensions()).noneMatch(s -> s.stands(now));
        Duration longest = admin ? ADMIN.maximumDuration() : e.policy().maximumDuration();
        if (e.duration() != null) {
            assertThat(e.duration()).isPositive().isLessThanOrEqualTo(longest);
        } else {
            assertThat(admin).isTrue();
        }
        Instant start = e.start() == null ? e.requestedAt() : e.start();
        assertThat(start).isAfterOrEqualTo(e.requestedAt());
        if (e.extendsActivation() != null) {
            Instant end = held.find(e.extendsActivation()).flatMap(Activation::end).orElseThrow();
            assertThat(e.start()).isEqualTo(end);
            return Outcome.EXTENDED;
        }
        return admin ? Outcome.ASSIGNED : Outcome.REQUESTED;
    }

    private static Outcome refused(ActivationRefused e) {
        assertThat(e.violations()).isNotEmpty();
        assertThat(e.broken()).isEmpty();
        return Outcome.REFUSED;
    }

    private Outcome canceled(ActivationCanceled e) {
        assertThat(e.canceledBy()).isNotEqualTo("stranger");
        assertThat(held.find(e.activationId()).orElseThrow().hasBegun(now)).isFalse();
        return Outcome.CANCELED;
    }

    private static Outcome givenBack(DeactivationRequested e) {
        assertThat(e.requestedBy()).isEqualTo(e.key().principal());
        return Outcome.GIVEN_BACK;
    }

    private void any(Random random, java.util.function.Consumer<Activation> act) {
        List<Activation> live =
                held.activations().stream()
                        .filter(a -> a.isLive(now) || random.nextInt(10) == 0)
                        .toList();
        if (!live.isEmpty()) {
            act.accept(live.get(random.nextInt(live.size())));
        }
    }

    /** Other services speak about any activation there is, sensibly or not. */
    private void hear(Random random, Activation one) {
        Event event = say(random, one);
        held =
                new Held(
                        held.activations().stream()
                                .map(a -> a.id().equals(one.id()) ? a.hear(event, now) : a)
                                .toList());
        remember();
    }

    private Event say(Random random, Activation one) {
        MembershipKey key = one.key();
        Window window = window(one);
        Instant start = window.start();
        Instant end = window.end();
        return switch (random.nextInt(16)) {
            case 0 -> new ActivationExpired(key, one.id(), 2, end, now, true);
            case 1 -> new ApprovalLapsed(key, one.id(), "s1", now);
            case 2 -> new ActivationEnded(key, one.id(), now);
            case 3 -> new WindowOpened(key, one.id(), 1, start, end);
            default ->
                    new ActivationApproved(key, one.id(), "e1", start, end, now, List.of(), null);
        };
    }

    /** As approval-service counts it; said again, it is the same. */
    private Window window(Activation one) {
        if (one.window() != null) {
            return one.window();
        }
        var request = one.request();
        Instant asked = request.start() == null ? now : request.start();
        Instant start = asked.isBefore(now) ? now : asked;
        Duration duration = request.duration();
        if (duration == null) {
            return new Window(start, ActivationApproved.FOREVER);
        }
        boolean fromRequest = request.policy().clock() == Policy.WindowClock.REQUEST;
        Instant end = (fromRequest ? asked : start).plus(duration);
        return new Window(start, end.isBefore(start) ? start : end);
    }

    private void remember() {
        held.activations().stream()
                .filter(a -> !a.isLive(now))
                .map(Activation::id)
                .forEach(over::add);
        assertThat(held.activations())
                .filteredOn(a -> a.isLive(now))
                .noneMatch(a -> over.contains(a.id()));
    }

    private void assertNoTwoWindowsOverlap() {
        for (String group : GROUPS) {
            var key = new MembershipKey("tenant", group, "user-a", Access.MEMBER);
            List<Activation> live = held.live(key, now);
            assertThat(live.stream().filter(Activation::isOpen)).hasSizeLessThan(2);
            assertThat(live).hasSizeLessThan(3);
            if (live.size() == 2) {
                // The second is an extension, and begins where the first ends.
                Instant end = live.getFirst().end().orElseThrow();
                assertThat(live.getLast().request().start()).isAfterOrEqualTo(end);
            }
        }
    }

    private void assertNothingIncompatibleIsHeld() {
        assertThat(held.groups(now)).isNotEqualTo(Set.of("payments", "audit"));
        assertThat(held.groups(now).containsAll(Set.of("payments", "audit"))).isFalse();
    }

    /** What is over is kept by nobody for ever; its id is. */
    private void forget() {
        var counted = new HashMap<String, Integer>();
        if (held.activations().size() > 40) {
            held =
                    new Held(
                            held.activations().reversed().stream()
                                    .filter(
                                            a ->
                                                    a.isLive(now)
                                                            || counted.merge(
                                                                            "over", 1, Integer::sum)
                                                                    < 10)
                                    .toList()
                                    .reversed());
        }
    }
}
