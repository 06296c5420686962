package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import dev.ephor.events.MembershipEvent.OfActivation;
import dev.ephor.events.MembershipKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * All that is known of one membership at its targets.
 *
 * @param version how many events were said about it
 * @param removed the greatest generation whose removal the directory confirmed; -1: none
 * @param activations in the order in which they were heard of
 * @param deliveries one for each target that was ever asked
 * @param drifts one at most for each target
 */
public record Provisioning(
        MembershipKey key,
        long version,
        Wanted wanted,
        long removed,
        List<Activation> activations,
        List<Delivery> deliveries,
        List<Drift> drifts) {

    public Provisioning {
        activations = List.copyOf(activations);
        deliveries = List.copyOf(deliveries);
        drifts = List.copyOf(drifts);
    }

    /** One that no target differs from. */
    public Provisioning(
            MembershipKey key,
            long version,
            Wanted wanted,
            long removed,
            List<Activation> activations,
            List<Delivery> deliveries) {
        this(key, version, wanted, removed, activations, deliveries, List.of());
    }

    /** A membership of which nothing was heard yet. */
    public static Provisioning of(MembershipKey key) {
        return new Provisioning(key, 0, Wanted.NOTHING, -1, List.of(), List.of());
    }

    /**
     * What is known once membership-service has said something more.
     *
     * @param targets the targets of the group, as configured now
     */
    public Provisioning hear(OfActivation event, Collection<String> targets) {
        Provisioning next = Hearing.hear(this, event, targets);
        return next.withoutDrifts(d -> !d.isOpen() && !Drifting.fits(d, next));
    }

    /** What a target is asked; empty where it never was. */
    public Optional<Delivery> delivery(String target) {
        return deliveries.stream().filter(d -> d.target().equals(target)).findFirst();
    }

    /** In what a target differs; empty where it does not, as far as is known. */
    public Optional<Drift> drift(String target) {
        return drifts.stream().filter(d -> d.target().equals(target)).findFirst();
    }

    /** What a target should have now, and on whose word. */
    public Standing standingAt(String target) {
        return Standing.of(this, target);
    }

    /** Forgets that a membership was accepted that is not there any more, or is Ephor's by now. */
    public Provisioning forgettingAccepted(String target) {
        return withoutDrifts(d -> d.target().equals(target) && !d.isOpen());
    }

    /** Whether an activation still plays a part. */
    public boolean knows(String activation) {
        return activation(activation).isPresent() || !isDelivered(activation);
    }

    Optional<Activation> activation(String id) {
        return activations.stream().filter(a -> a.id().equals(id)).findFirst();
    }

    boolean isLive(String id) {
        return activation(id).filter(Activation::isLive).isPresent();
    }

    boolean isEnding(String id) {
        return activation(id).filter(a -> a.phase() == Activation.Phase.ENDING).isPresent();
    }

    /** Whether no target has yet to answer for the activation. */
    boolean isDelivered(String id) {
        return deliveries.stream().noneMatch(d -> d.concerns(id));
    }

    List<String> idsOf(Predicate<Activation> kind) {
        return activations.stream().filter(kind).map(Activation::id).toList();
    }

    /** Forgets the ended ones of older generations: the fence alone keeps their events out. */
    Provisioning want(Change change, long generation) {
        return new Provisioning(
                key,
                version,
                new Wanted(change, generation),
                removed,
                activations.stream()
                        .filter(
                                a ->
                                        a.phase() != Activation.Phase.ENDED
                                                || a.generation() >= generation)
                        .toList(),
                deliveries,
                drifts);
    }

    Provisioning removedAt(long generation) {
        long greatest = Math.max(removed, generation);
        return new Provisioning(key, version, wanted, greatest, activations, deliveries, drifts);
    }

    Provisioning with(Activation activation) {
        var all = new ArrayList<>(activations);
        all.replaceAll(a -> a.id().equals(activation.id()) ? activation : a);
        if (!all.contains(activation)) {
            all.add(activation);
        }
        return new Provisioning(key, version, wanted, removed, all, deliveries, drifts);
    }

    Provisioning with(Delivery delivery) {
        var all = new ArrayList<>(deliveries);
        all.replaceAll(d -> d.target().equals(delivery.target()) ? delivery : d);
        if (!all.contains(delivery)) {
            all.add(delivery);
        }
        return new Provisioning(key, version, wanted, removed, activations, all, drifts);
    }

    Provisioning eachActivation(UnaryOperator<Activation> change) {
        var all = activations.stream().map(change).toList();
        return new Provisioning(key, version, wanted, removed, all, deliveries, drifts);
    }

    Provisioning eachDelivery(UnaryOperator<Delivery> change) {
        var all = deliveries.stream().map(change).toList();
        return new Provisioning(key, version, wanted, removed, activations, all, drifts);
    }

    Provisioning with(Drift drift) {
        var all = new ArrayList<>(withoutDrifts(d -> d.target().equals(drift.target())).drifts);
        all.add(drift);
        return new Provisioning(key, version, wanted, removed, activations, deliveries, all);
    }

    Provisioning eachDrift(UnaryOperator<Drift> change) {
        var all = drifts.stream().map(change).toList();
        return new Provisioning(key, version, wanted, removed, activations, deliveries, all);
    }

    Provisioning withoutDrifts(Predicate<Drift> over) {
        var left = drifts.stream().filter(over.negate()).toList();
        return new Provisioning(key, version, wanted, removed, activations, deliveries, left);
    }

    /** One more event was said. */
    Provisioning said() {
        return new Provisioning(key, version + 1, wanted, removed, activations, deliveries, drifts);
    }
}
