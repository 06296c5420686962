package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.ApprovalEvent.Tenure;
import dev.ephor.events.Change;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One key through some hours, by chance: approvals, deactivations, losses and revocations in any
 * order and again, a directory that answers late, twice, out of order or not at all, and a timer
 * that is sometimes late.
 */
final class RandomHistory {
    private final RandomGenerator random;
    private final MembershipDecider decider = new MembershipDecider(3, Facts.STUCK_AGE);
    private final NaiveModel model = new NaiveModel();
    private final Witness witness = new Witness();
    private final List<AboutMembership> told = new ArrayList<>();
    private final List<AboutMembership> answers = new ArrayList<>();
    private final RandomWorld world;
    private Grants state = Grants.none(Facts.KEY);
    private int activations;
    private long minute;

    RandomHistory(RandomGenerator random) {
        this.random = random;
        this.world = new RandomWorld(random);
    }

    void run() {
        for (int step = 0; step < 30; step++) {
            minute += random.nextInt(6);
            settle();
            step();
            // A confirmation may count an end that has passed.
            settle();
            compare();
        }
        finish();
    }

    private void step() {
        switch (random.nextInt(22)) {
            case 0, 1, 2 -> tell(approval());
            case 3 -> tell(deactivation(anId(), minute));
            case 4 -> tell(eligibilityRemoved("e" + random.nextInt(4), minute));
            case 5, 6, 7 -> again(told);
            case 8 -> again(answers);
            case 9 -> tell(canceled(anId(), random.nextBoolean() ? "dana" : "root", minute));
            case 10 -> tell(revocation(anId(), minute));
            case 11 -> tell(eligibilityExpired("e" + random.nextInt(4), minute));
            case 12 -> world.somebodyChangesIt();
            case 13, 14 -> apply(new Command.Hear(world.sighted(at(minute)), at(minute)));
            case 15 -> state.drift().ifPresent(this::sayOfDrift);
            case 16 -> apply(new Command.CheckAge(at(minute)));
            default -> directory();
        }
    }

    private AboutMembership approval() {
        long start = minute + (random.nextBoolean() ? 0 : random.nextInt(15));
        String id = "a" + activations++;
        if (random.nextInt(10) == 0) {
            return new ActivationApproved(
                    KEY,
                    id,
                    null,
                    at(start),
                    ActivationApproved.FOREVER,
                    at(minute),
                    List.of(),
                    null);
        }
        String on = "e" + random.nextInt(4);
        return under(tenure(), approvedOn(on, minute, id, start, start + 1 + random.nextInt(25)));
    }

    private @Nullable Tenure tenure() {
        if (random.nextInt(3) > 0) {
            return null;
        }
        Duration from = random.nextBoolean() ? Duration.ofMinutes(1 + random.nextInt(25)) : null;
        Instant latest = random.nextBoolean() ? at(minute + 1 + random.nextInt(30)) : null;
        return new Tenure(random.nextBoolean(), from, latest);
    }

    /** One that is known, or one whose approval is yet to come. */
    private String anId() {
        return "a" + random.nextInt(activations + 1);
    }

    private void tell(AboutMembership event) {
        told.add(event);
        model.hear(event, at(minute));
        apply(new Command.Hear(event, at(minute)));
    }

    private void again(List<AboutMembership> from) {
        if (!from.isEmpty()) {
            AboutMembership event = from.get(random.nextInt(from.size()));
            model.hear(event, at(minute));
            apply(new Command.Hear(event, at(minute)));
        }
    }

    private void directory() {
        boolean standing = state.found().standing();
        state.order()
                .ifPresent(
                        order -> {
                            assertThat(standing && !order.present()).as("taken away").isFalse();
                            answer(order, random.nextInt(4) > 0);
                        });
    }

    private void answer(Order order, boolean well) {
        AboutMembership answer = world.answer(order, at(minute), well);
        answers.add(answer);
        apply(new Command.Hear(answer, at(minute)));
    }

    private void sayOfDrift(Drift drift) {
        var word =
                random.nextBoolean()
                        ? accepted(drift.id(), minute)
                        : canceledRevert(drift.id(), minute);
        apply(new Command.Hear(word, at(minute)));
    }

    private void settle() {
        state.dueBy(at(minute)).forEach(this::apply);
    }

    private void apply(Command command) {
        var news = decider.decide(command, state);
        for (AboutMembership event : news) {
            boolean standing = state.found().standing();
            state = decider.evolve(state, event);
            witness.hear(event, at(minute), standing);
            if (event instanceof ActivationGranted granted) {
                model.confirm(granted);
            }
        }
    }

    private void compare() {
        var live = model.liveAt(at(minute));
        assertThat(witness.live()).as("the union of live grants").isEqualTo(live);
        boolean wanted = !live.isEmpty() || state.found().standing();
        assertThat(state.wanted().present()).isEqualTo(wanted);
        assertThat(state.change()).isEqualTo(wanted ? Change.GRANT : Change.WITHDRAW);
    }

    /** In the end everything is closed and confirmed, and what Ephor gave is gone. */
    private void finish() {
        minute += 1000;
        settle();
        List.copyOf(state.grants())
                .forEach(grant -> tell(revocation(grant.activationId(), minute)));
        state.order().ifPresent(order -> answer(order, true));
        assertThat(state.grants()).isEmpty();
        assertThat(state.order()).isEmpty();
        assertThat(world.leftBehind()).as("a member whom nobody else put there").isFalse();
        assertThat(witness.finished()).isEqualTo(model.approved());
        assertThat(witness.removals()).isLessThanOrEqualTo(state.wanted().generation());
    }
}
