package dev.ephor.membership.kafka;

import dev.ephor.events.ApprovalEvent.ActivationApproved;
import dev.ephor.events.DriftEvent.DriftEnded;
import dev.ephor.events.DriftEvent.Outcome;
import dev.ephor.events.Envelope;
import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.EventCodec;
import dev.ephor.events.MembershipEvent;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.WrittenEvent;
import dev.ephor.membership.domain.Command;
import dev.ephor.membership.domain.Grants;
import dev.ephor.membership.domain.MembershipDecider;
import dev.ephor.membership.kafka.Ledger.Origin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One step of one key: from a ledger to the next and what is said on the way. Pure; the processor
 * writes and sends.
 *
 * @param news whether anything changed at all
 */
record Transition(Ledger before, Ledger after, List<Spoken> said, boolean news) {

    /** An event of this step, and as it leaves. */
    record Spoken(MembershipEvent event, WrittenEvent written) {}

    /**
     * How long what was said is kept to be said again after a crash. What is older than that by the
     * newest state was delivered: a commit waits until everything is, and comes every second, and a
     * task that could say nothing for half of this time begins anew.
     */
    static final Duration KEPT = Duration.ofSeconds(150);

    /** Lets time have its way first, so that what is heard meets the state of its moment. */
    static Transition hearing(
            MembershipDecider decider,
            Ledger ledger,
            Envelope<? extends AboutMembership> heard,
            Instant now) {
        var step = new Step(decider, ledger, now);
        step.letTimePass();
        step.hear(heard);
        return step.done();
    }

    static Transition ofTime(MembershipDecider decider, Ledger ledger, Instant now) {
        var step = new Step(decider, ledger, now);
        step.letTimePass();
        return step.done();
    }

    /** Whether a person's word ended what the directory had not confirmed. */
    boolean attested() {
        return said.stream()
                .map(Spoken::event)
                .anyMatch(
                        e ->
                                e instanceof StuckClosed
                                        || e instanceof DriftEnded d
                                                && d.outcome() == Outcome.ATTESTED);
    }

    /** Asks whether a removal has waited for too long. */
    static Transition ofAge(MembershipDecider decider, Ledger ledger, Instant now) {
        var step = new Step(decider, ledger, now);
        step.letTimePass();
        step.apply(new Command.CheckAge(now), null);
        return step.done();
    }

    private static final class Step {
        private final MembershipDecider decider;
        private final Ledger before;
        private final Instant now;
        private final Map<String, Origin> origins;
        private final List<Spoken> said = new ArrayList<>();
        private Grants grants;
        private boolean news;

        Step(MembershipDecider decider, Ledger before, Instant now) {
            this.decider = decider;
            this.before = before;
            this.now = now;
            this.origins = new HashMap<>(before.origins());
            this.grants = before.grants();
        }

        void letTimePass() {
            grants.dueBy(now).forEach(command -> apply(command, null));
        }

        void hear(Envelope<? extends AboutMembership> heard) {
            if (heard.data() instanceof ActivationApproved a) {
                origins.putIfAbsent(a.activationId(), new Origin(heard.id(), heard.traceparent()));
            }
            apply(new Command.Hear(heard.data(), now), heard);
        }

        private void apply(Command command, @Nullable Envelope<?> heard) {
            for (AboutMembership event : decider.decide(command, grants)) {
                news = true;
                grants = decider.evolve(grants, event);
                if (event instanceof MembershipEvent e) {
                    said.add(
                            new Spoken(
                                    e, EventCodec.write(Saying.envelope(e, now, origins, heard))));
                }
            }
        }

        Transition done() {
            if (!news) {
                return new Transition(before, before, List.of(), false);
            }
            // A removal is confirmed after its grant is gone: the origin outlives it.
            origins.keySet().removeIf(this::isOver);
            return new Transition(before, new Ledger(grants, origins, lately()), said, true);
        }

        private boolean isOver(String activationId) {
            return grants.grant(activationId).isEmpty()
                    && !activationId.equals(grants.wanted().activationId());
        }

        private List<Kept> lately() {
            Instant since = now.minus(KEPT);
            Stream<Kept> added = said.stream().map(s -> Kept.of(grants.key(), s.written()));
            return Stream.concat(before.lately().stream(), added)
                    .filter(e -> !e.time().isBefore(since))
                    .toList();
        }
    }
}
