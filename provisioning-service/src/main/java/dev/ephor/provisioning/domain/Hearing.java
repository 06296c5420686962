package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.ActivationGranted;
import dev.ephor.events.MembershipEvent.MembershipRemoved;
import dev.ephor.events.MembershipEvent.MembershipStuck;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipEvent.StuckClosed;
import dev.ephor.events.MembershipEvent.WindowClosed;
import dev.ephor.events.MembershipEvent.WindowOpened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What each event of membership-service makes of what is wanted, and where. */
final class Hearing {
    private Hearing() {}

    static Provisioning hear(Provisioning before, OfActivation event, Collection<String> targets) {
        return switch (event) {
            case ActivationGranted granted -> granted(before, granted, targets);
            case WindowClosed closed -> closed(before, closed, targets);
            case MembershipRemoved removed -> before.removedAt(removed.generation());
            case StuckClosed attested -> before.removedAt(attested.generation());
            case WindowOpened _, MembershipStuck _ -> before;
        };
    }

    private static Provisioning granted(
            Provisioning before, ActivationGranted event, Collection<String> targets) {
        if (before.wanted().forbidsGrantOf(event.generation()) || isKnown(before, event)) {
            return before;
        }
        Activation activation =
                before.activation(event.activationId())
                        .orElse(fresh(event.activationId()))
                        .grantedAt(event.generation());
        Provisioning next =
                before.want(Change.GRANT, event.generation())
                        .eachActivation(Activation::superseded)
                        .with(activation);
        for (String target : targets) {
            next = next.with(grant(next, target, event));
        }
        return next;
    }

    /** A grant that comes again, or one of a window that is closed: neither may open it again. */
    private static boolean isKnown(Provisioning before, ActivationGranted event) {
        return before.activation(event.activationId())
                .filter(a -> !a.isLive() || a.generation() == event.generation())
                .isPresent();
    }

    /**
     * A confirmed grant is asked for again on behalf of the new activation: that it is active has
     * to be read, not remembered.
     */
    private static Delivery grant(Provisioning next, String target, ActivationGranted event) {
        var waiting = new ArrayList<String>();
        next.delivery(target)
                .ifPresent(d -> waiting.addAll(d.waitingFor(Change.GRANT, next::isLive)));
        waiting.add(event.activationId());
        return Delivery.of(target, next.wanted(), waiting, event.confirmedAt());
    }

    private static Provisioning closed(
            Provisioning before, WindowClosed event, Collection<String> targets) {
        if (isKnown(before, event)) {
            return before;
        }
        boolean superseded = event.generation() < before.wanted().generation();
        if (event.membershipEnds() && !superseded) {
            return withdrawn(before, event, targets);
        }
        Activation activation =
                before.activation(event.activationId()).orElse(fresh(event.activationId()));
        return before.with(activation.closedAt(event.generation()))
                .eachDelivery(d -> d.without(event.activationId()));
    }

    private static boolean isKnown(Provisioning before, WindowClosed event) {
        return before.activation(event.activationId())
                .map(a -> a.isOver() || isEndingSince(a, event.generation()))
                .orElse(event.generation() < before.wanted().generation());
    }

    private static boolean isEndingSince(Activation activation, long generation) {
        return !activation.isLive() && generation <= activation.generation();
    }

    /** Whoever else was live is over as well: the event says that the membership is nobody's. */
    private static Provisioning withdrawn(
            Provisioning before, WindowClosed event, Collection<String> targets) {
        var ending = new LinkedHashSet<>(before.idsOf(Activation::isLive));
        ending.add(event.activationId());
        Provisioning next = before.want(Change.WITHDRAW, event.generation());
        for (String id : ending) {
            next = next.with(fresh(id).endingAt(event.generation()));
        }
        for (String target : toldOf(before, targets)) {
            next = next.with(withdrawal(next, target, ending, event.closedAt()));
        }
        return next;
    }

    /** The group's targets, and those that it had when the membership was granted. */
    private static Set<String> toldOf(Provisioning before, Collection<String> targets) {
        var told = new LinkedHashSet<>(targets);
        before.deliveries().stream()
                .filter(d -> !d.isWithdrawn())
                .map(Delivery::target)
                .forEach(told::add);
        return told;
    }

    private static Delivery withdrawal(
            Provisioning next, String target, Set<String> ending, Instant since) {
        List<String> earlier =
                next.delivery(target)
                        .map(d -> d.waitingFor(Change.WITHDRAW, next::isEnding))
                        .orElse(List.of());
        var waiting = new LinkedHashSet<>(earlier);
        waiting.addAll(ending);
        return Delivery.of(target, next.wanted(), waiting, since);
    }

    private static Activation fresh(String id) {
        return new Activation(id, -1, Activation.Phase.GRANTED);
    }
}
