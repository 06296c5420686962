package dev.ephor.membership.domain;

import static dev.ephor.membership.domain.Facts.KEY;

import dev.ephor.events.Event.AboutMembership;
import dev.ephor.events.ObservationEvent.MembershipChangeFailed;
import dev.ephor.events.ObservationEvent.MembershipObserved;
import dev.ephor.events.ObservationEvent.MembershipSighted;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One membership in a directory, which Ephor is not the only one to change. A call that fails may
 * have done its work all the same.
 */
final class RandomWorld {
    private final RandomGenerator random;
    private boolean present;
    private boolean putByOthers;
    private int sightings;

    RandomWorld(RandomGenerator random) {
        this.random = random;
    }

    /** Adds the member by hand, or takes them out. */
    void somebodyChangesIt() {
        putByOthers = !present;
        present = !present;
    }

    MembershipSighted sighted(Instant now) {
        Instant revertAt = random.nextBoolean() ? now.plus(Duration.ofMinutes(5)) : null;
        return new MembershipSighted(KEY, "s" + sightings++, present, revertAt, now);
    }

    /** Does what is ordered, as the worker and a connector do. */
    AboutMembership answer(Order order, Instant now, boolean well) {
        int tries = order.attempts() + 1;
        if (!well) {
            if (random.nextBoolean()) {
                change(order);
            }
            return new MembershipChangeFailed(
                    KEY, order.generation(), order.change(), tries, "no answer", now);
        }
        Boolean standing = change(order);
        return new MembershipObserved(
                KEY, order.generation(), order.present(), tries, now, standing);
    }

    /** Whether there is a member whom nobody but Ephor put there. */
    boolean leftBehind() {
        return present && !putByOthers;
    }

    /** What is told of it as standing. */
    private @Nullable Boolean change(Order order) {
        boolean was = present;
        present = order.present();
        putByOthers = putByOthers && present && was;
        if (!order.present()) {
            return null;
        }
        if (order.known() && was) {
            return order.attempts() == 0 ? null : Boolean.FALSE;
        }
        return was && order.fresh();
    }
}
