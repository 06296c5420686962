package dev.ephor.request.domain;

import static dev.ephor.request.domain.Example.KEY;
import static dev.ephor.request.domain.Example.NOW;
import static dev.ephor.request.domain.Example.good;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.ApprovalLapsed;
import dev.ephor.events.Event;
import dev.ephor.events.MembershipEvent.ActivationExpired;
import dev.ephor.events.MembershipEvent.WindowOpened;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.RequestEvent;
import dev.ephor.events.RequestEvent.ActivationCanceled;
import dev.ephor.events.RequestEvent.ActivationRefused;
import dev.ephor.events.RequestEvent.ActivationRequested;
import dev.ephor.events.RequestEvent.DeactivationRequested;
import dev.ephor.events.RequestEvent.RevocationRequested;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is asked, whatever is heard and in whatever order: some things never happen. */
class RandomCommandsTest {
    private static final int STEPS = 1_000;

    private final ActivationDecider decider = new ActivationDecider();
    private Held held = Held.NOTHING;
    private Instant now = NOW;
    private int ids;
    private int requested;
    private int refused;
    private int givenBack;
    private final Set<String> over = new HashSet<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void never_two_live_nothing_revived_no_window_beyond_the_policy(long seed) {
        // Given
        var random = new Random(seed);

        for (int i = 0; i < STEPS; i++) {
            // When
            now = now.plus(Duration.ofMinutes(random.nextInt(30)));
            step(random);

            // Then
            assertThat(held.activations()).filteredOn(a -> a.isLive(now)).hasSizeLessThan(2);
            assertNothingIsRevived();
        }
        assertThat(List.of(requested, refused, givenBack)).allMatch(count -> count > 20);
    }

    private void step(Random random) {
        switch (random.nextInt(4)) {
            case 0, 1 -> decide(submit(random));
            case 2 -> decide(good().id(nextId()).at(now).deactivate());
            default -> hear(random);
        }
    }

    private Command submit(Random random) {
        Duration[] durations = {
            null, Duration.ZERO, Duration.ofMinutes(-5), Duration.ofHours(3), Duration.ofHours(9)
        };
        Example example =
                good().id(nextId())
                        .at(now)
                        .with(Example.signedIn(Example.MFA, now))
                        .lasting(durations[random.nextInt(durations.length)]);
        return switch (random.nextInt(6)) {
            case 0 -> example.start(now.plus(Duration.ofHours(random.nextInt(48)))).submit();
            case 1 -> example.eligible(now.minusSeconds(60), now.plusSeconds(3600)).submit();
            case 2 -> example.under(Example.LAX).submit();
            default -> example.submit();
        };
    }

    private void decide(Command command) {
        List<RequestEvent> events = decider.decide(command, held);
        held = decider.replay(held, events);
        for (RequestEvent event : events) {
            switch (event) {
                case ActivationRequested e -> {
                    requested++;
                    assertWithinPolicy(e);
                }
                case ActivationRefused e -> {
                    refused++;
                    assertThat(e.violations()).isNotEmpty();
                    assertThat(e.broken()).isEmpty();
                }
                case ActivationCanceled e -> throw new AssertionError("nobody asked for " + e);
                case RevocationRequested e -> throw new AssertionError("nobody asked for " + e);
                case DeactivationRequested e -> {
                    givenBack++;
                    assertThat(over).doesNotContain(e.activationId());
                }
            }
        }
        remember();
    }

    private static void assertWithinPolicy(ActivationRequested event) {
        assertThat(event.duration()).isPositive();
        assertThat(event.duration()).isLessThanOrEqualTo(event.policy().maximumDuration());
        Instant start = event.start() == null ? event.requestedAt() : event.start();
        assertThat(start).isAfterOrEqualTo(event.requestedAt());
        if (event.eligibleUntil() != null) {
            assertThat(start.plus(event.duration())).isBeforeOrEqualTo(event.eligibleUntil());
        }
    }

    /** Other services speak about any activation there ever was, sensibly or not. */
    private void hear(Random random) {
        if (held.activations().isEmpty()) {
            return;
        }
        int index = random.nextInt(held.activations().size());
        Activation one = held.activations().get(index);
        Event event = say(random, one);
        var all = new java.util.ArrayList<>(held.activations());
        all.set(index, one.hear(event, now));
        held = new Held(all);
        remember();
    }

    private Event say(Random random, Activation one) {
        // Approval sets the window once; saying it again says the same.
        Window known = one.window();
        Instant start = known == null ? now : known.start();
        Instant end = known == null ? now.plus(one.request().duration()) : known.end();
        return switch (random.nextInt(5)) {
            case 0 ->
                    new ActivationApproved(KEY, one.id(), "e1", start, end, start, List.of(), null);
            case 1 -> new WindowOpened(KEY, one.id(), 1, start, end);
            case 2 -> new ActivationExpired(KEY, one.id(), 2, end, now, true);
            case 3 -> new ApprovalLapsed(KEY, one.id(), "s1", now);
            default -> new ActivationEnded(KEY, one.id(), now);
        };
    }

    private void remember() {
        held.activations().stream()
                .filter(a -> !a.isLive(now))
                .map(Activation::id)
                .forEach(over::add);
    }

    private void assertNothingIsRevived() {
        assertThat(held.activations())
                .filteredOn(a -> a.isLive(now))
                .noneMatch(a -> over.contains(a.id()));
    }

    private String nextId() {
        return "r" + ids++;
    }
}
