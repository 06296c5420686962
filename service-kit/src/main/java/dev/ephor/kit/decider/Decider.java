package dev.ephor.kit.decider;

import dev.ephor.events.Event;
import java.util.List;

/**
 * What is decided, as two pure functions: {@code decide} says what happens, {@code evolve} what it
 * changes. Live and replayed events take the same {@code evolve}. Time, ids and policies come in
 * with the command.
 *
 * @param <C> commands
 * @param <S> state, an immutable value
 * @param <E> events
 */
public interface Decider<C, S, E extends Event> {

    /** What happens; empty when the command changes nothing. A refusal is an event too. */
    List<E> decide(C command, S state);

    /** The state after an event. */
    S evolve(S state, E event);

    /** The state after several events, in order. */
    default S replay(S from, List<? extends E> events) {
        S state = from;
        for (E event : events) {
            state = evolve(state, event);
        }
        return state;
    }
}
