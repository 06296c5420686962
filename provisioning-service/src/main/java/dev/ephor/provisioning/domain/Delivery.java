package dev.ephor.provisioning.domain;

import dev.ephor.events.Change;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What one target is asked about one membership, and how far that is.
 *
 * @param activations those whose stories wait for it, or the drift that it reverts; never empty
 *     until it is confirmed
 * @param attempts failed tries so far; of a confirmed one: all tries
 * @param since when the target should have been asked
 * @param retryAt when it is tried next; null: at once
 * @param lastAnswer one line about the last failure
 */
public record Delivery(
        String target,
        Change change,
        long generation,
        State state,
        List<String> activations,
        int attempts,
        Instant since,
        @Nullable Instant retryAt,
        @Nullable String lastAnswer) {

    /** How far it is. */
    public enum State {
        PENDING,
        CONFIRMED,
        /** Failed so often that a person has to look; it is tried further. */
        STUCK
    }

    public Delivery {
        activations = List.copyOf(activations);
    }

    static Delivery of(String target, Wanted wanted, Collection<String> waiting, Instant since) {
        return new Delivery(
                target,
                wanted.change(),
                wanted.generation(),
                State.PENDING,
                List.copyOf(new LinkedHashSet<>(waiting)),
                0,
                since,
                null,
                null);
    }

    /** Whether somebody's story waits for it. */
    boolean concerns(String activation) {
        return activations.contains(activation);
    }

    /** Whether the target is known to be without the membership. */
    boolean isWithdrawn() {
        return change == Change.WITHDRAW && state == State.CONFIRMED;
    }

    /** Those of a kind that still wait here for that change. */
    List<String> waitingFor(Change wanted, Predicate<String> kind) {
        return wanted == change ? activations.stream().filter(kind).toList() : List.of();
    }

    /** The last one stays although it no longer waits: somebody's name has to be on the outcome. */
    Delivery without(String activation) {
        var others = new ArrayList<>(activations);
        return others.remove(activation) && !others.isEmpty() ? waiting(state, others) : this;
    }

    Delivery confirmedFor(String activation, int tries) {
        var others = new ArrayList<>(activations);
        others.remove(activation);
        return new Delivery(
                target,
                change,
                generation,
                others.isEmpty() ? State.CONFIRMED : state,
                others,
                others.isEmpty() ? tries : attempts,
                since,
                null,
                others.isEmpty() ? null : lastAnswer);
    }

    Delivery failed(int tries, String answer, Instant nextTry) {
        return new Delivery(
                target, change, generation, state, activations, tries, since, nextTry, answer);
    }

    Delivery stuck() {
        return waiting(State.STUCK, activations);
    }

    private Delivery waiting(State now, List<String> names) {
        return new Delivery(
                target, change, generation, now, names, attempts, since, retryAt, lastAnswer);
    }
}
