package dev.ephor.provisioning.domain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.ProvisioningEvent.ActivationActive;
import dev.ephor.events.ProvisioningEvent.ActivationEnded;
import dev.ephor.events.ProvisioningEvent.OfMembership;
import dev.ephor.provisioning.domain.ProvisioningCommand.Conclude;
import dev.ephor.provisioning.domain.ProvisioningCommand.Outcome;
import dev.ephor.provisioning.domain.ProvisioningCommand.Take;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * Many made-up lives of one membership, told by a pretended membership-service to pretended
 * targets; what is said is held against what those two know to be true.
 */
class RandomHistoriesTest {
    private static final int HISTORIES = 10_000;
    private static final int STEPS = 60;

    @Test
    void says_only_what_is_true_and_everything_that_is() {
        for (long seed = 0; seed < HISTORIES; seed++) {
            var history = new History(seed);
            for (int i = 0; i < STEPS; i++) {
                history.step();
            }
            history.settle();
            history.check();
        }
    }

    /** A target: whether it holds the membership, and the one call that is under way. */
    private static final class PretendedTarget {
        boolean holds;
        Delivery call;
    }

    private static final class History {
        private final long seed;
        private final Random random;
        private final Provisioner provisioner = new Provisioner(3);
        private final Map<String, PretendedTarget> targets = new HashMap<>();
        private final PretendedMemberships memberships;
        private final List<OfActivation> heard = new ArrayList<>();
        private final Set<String> active = new HashSet<>();
        private final Set<String> ended = new HashSet<>();
        private Provisioning state = Provisioning.of(Story.KEY);

        History(long seed) {
            this.seed = seed;
            this.random = new Random(seed);
            this.memberships = new PretendedMemberships(random);
            for (int i = random.nextInt(3); i > 0; i--) {
                targets.put("app" + i, new PretendedTarget());
            }
        }

        void step() {
            switch (random.nextInt(5)) {
                case 0, 1 -> memberships.step().ifPresent(this::hear);
                case 2 -> hearAgain();
                default -> targets.keySet().forEach(this::work);
            }
        }

        /** Everybody does what is left to do, and nothing fails any more. */
        void settle() {
            memberships.settle().forEach(this::hear);
            for (String target : targets.keySet()) {
                finish(target, true);
                while (start(target)) {
                    finish(target, true);
                }
            }
        }

        void check() {
            assertThat(active)
                    .as("seed %d: said to be active", seed)
                    .containsAll(memberships.live());
            assertThat(ended)
                    .as("seed %d: said to have ended", seed)
                    .isEqualTo(memberships.closed());
            assertThat(state.deliveries())
                    .as("seed %d", seed)
                    .allMatch(d -> d.state() == Delivery.State.CONFIRMED);
            assertThat(targets.values())
                    .as("seed %d: what targets hold", seed)
                    .allMatch(t -> t.holds == !memberships.live().isEmpty());
        }

        private void hear(OfActivation event) {
            heard.add(event);
            fold(event);
        }

        private void hearAgain() {
            if (!heard.isEmpty()) {
                var said = fold(heard.get(random.nextInt(heard.size())));
                assertThat(said).as("seed %d: heard again", seed).isEmpty();
            }
        }

        private List<OfMembership> fold(OfActivation event) {
            state = state.hear(event, targets.keySet());
            return decide(new Conclude(Story.LATER));
        }

        private void work(String target) {
            if (targets.get(target).call == null) {
                start(target);
            } else {
                finish(target, random.nextInt(3) > 0);
            }
        }

        private boolean start(String target) {
            var wanted = state.delivery(target).filter(d -> d.state() != Delivery.State.CONFIRMED);
            wanted.ifPresent(d -> targets.get(target).call = d);
            return wanted.isPresent();
        }

        private void finish(String target, boolean confirmed) {
            PretendedTarget other = targets.get(target);
            Delivery call = other.call;
            if (call == null) {
                return;
            }
            other.call = null;
            if (confirmed || random.nextBoolean()) {
                other.holds = call.change() == Change.GRANT;
            }
            var outcome =
                    confirmed ? new Outcome.Confirmed() : new Outcome.Failed("busy", Story.RETRY);
            var take = new Take(target, call.change(), call.generation(), outcome, Story.LATER);
            decide(take);
            if (confirmed) {
                assertThat(decide(take)).as("seed %d: taken again", seed).isEmpty();
            }
        }

        private List<OfMembership> decide(ProvisioningCommand command) {
            List<OfMembership> said = provisioner.decide(command, state);
            state = provisioner.replay(state, said);
            said.forEach(this::checkThat);
            return said;
        }

        private void checkThat(OfMembership said) {
            switch (said) {
                case ActivationActive e -> checkActive(e.activationId());
                case ActivationEnded e -> checkEnded(e.activationId());
                default -> {}
            }
        }

        private void checkActive(String id) {
            assertThat(active.add(id)).as("seed %d: %s is active once", seed, id).isTrue();
            assertThat(memberships.live()).as("seed %d: live", seed).contains(id);
            assertThat(targets.values()).as("seed %d", seed).allMatch(t -> t.holds);
        }

        private void checkEnded(String id) {
            assertThat(ended.add(id)).as("seed %d: %s ends once", seed, id).isTrue();
            assertThat(memberships.closed()).as("seed %d: closed", seed).contains(id);
            if (memberships.endedTheMembership(id) && memberships.live().isEmpty()) {
                assertThat(memberships.inDirectory()).as("seed %d: directory", seed).isFalse();
                assertThat(targets.values()).as("seed %d", seed).noneMatch(t -> t.holds);
            }
        }
    }
}
